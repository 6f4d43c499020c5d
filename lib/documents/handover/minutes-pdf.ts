import { PDFDocument } from 'pdf-lib'
import { sayDay } from '@/lib/domain/calendar'
import { embedFaces, type Face } from '../print/faces'
import {
  type Box,
  makeRoom,
  newSheet,
  numberPages,
  PAGE,
  paragraph,
  type Sheet,
  TEXT_WIDTH,
  textLine,
} from '../print/sheet'
import { table } from '../print/table'
import { sha256 } from './pack'
import type { PackageContent } from './package-content'

type Minutes = {
  content: PackageContent
  person: { name: string; citizenId: string }
  files: readonly { name: string; what: string; bytes: Uint8Array }[]
  /** Who made the package. */
  by: string
}

type Faces = Record<'regular' | 'bold' | 'italic', Face>

const SIZE = 13
const HALVES: [Box, Box] = [
  { x: PAGE.left, width: TEXT_WIDTH / 2 },
  { x: PAGE.left + TEXT_WIDTH / 2, width: TEXT_WIDTH / 2 },
]
const SIGNATURE_ROOM = 130

/** The minutes of the hand-over, to be signed by both sides: what was handed over, each file with its checksum. */
export async function minutesPdf({ content, person, files, by }: Minutes, at: Date): Promise<Uint8Array> {
  const document = await PDFDocument.create({ updateMetadata: false })
  document.setTitle(`Biên bản giao nhận hồ sơ - ${person.name}`)
  document.setLanguage('vi')
  document.setCreationDate(at)
  document.setModificationDate(at)
  const faces = await embedFaces(document, ['regular', 'bold', 'italic'])
  const sheet = newSheet(document)
  head(sheet, faces)
  const { decision, from, record, paper } = content
  for (const line of [
    `Căn cứ Điều 11 Thông tư số 06/2023/TT-BNV và Điều 18 Quy chế ban hành kèm theo Quyết định số 39/2023/QĐ-UBND;`,
    `Căn cứ Quyết định số ${decision.basis} ngày ${sayDay(decision.decidedOn)} về việc chuyển công tác từ ngày ${sayDay(decision.day)}.`,
    `Bên giao: ${from.unit}, ${from.province}. Người lập gói: ${by}.`,
    `Bên nhận: ${decision.destination}. Người nhận: ……………………………………………`,
    `Hồ sơ được giao: ${person.name}, số căn cước ${person.citizenId}, bản ${record.version}, phê duyệt ngày ${sayDay(paper.approvedOn)} bởi ${paper.approver.name}.`,
    'Hai bên giao, nhận các tệp sau, mã kiểm tra theo SHA-256:',
  ])
    paragraph(sheet, line, { face: faces.regular, size: SIZE }, { after: 6 })
  const columns = [
    { title: 'STT', share: 0.08, align: 'centre' as const },
    { title: 'Tệp', share: 0.3 },
    { title: 'Nội dung', share: 0.27 },
    { title: 'Mã kiểm tra', share: 0.35 },
  ]
  const rows = files.map(({ name, what, bytes }, place) => [String(place + 1), name, what, inGroups(sha256(bytes))])
  table(sheet, columns, rows, { head: faces.bold, body: faces.regular, size: 11 })
  sheet.y -= 12
  paragraph(
    sheet,
    'Bên nhận đã mở gói, kiểm tra chữ ký số và mã kiểm tra. Từ ngày giao, bên giao chỉ xem hồ sơ như đã duyệt. Biên bản lập thành hai bản, mỗi bên giữ một bản.',
    { face: faces.regular, size: SIZE },
    { after: 14 },
  )
  signatures(sheet, faces)
  numberPages(document, { face: faces.regular, size: SIZE })
  return document.save({ updateFieldAppearances: false })
}

function head(sheet: Sheet, { regular, bold, italic }: Faces) {
  const centre = { align: 'centre' } as const
  paragraph(sheet, 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', { face: bold, size: 12, ...centre }, { after: 0 })
  paragraph(sheet, 'Độc lập - Tự do - Hạnh phúc', { face: bold, size: SIZE, ...centre }, { after: 12 })
  paragraph(sheet, '……………, ngày …… tháng …… năm ………', { face: italic, size: SIZE, ...centre }, { after: 14 })
  paragraph(sheet, 'BIÊN BẢN GIAO NHẬN', { face: bold, size: 14, ...centre }, { after: 0 })
  paragraph(sheet, 'HỒ SƠ ĐIỆN TỬ CÁN BỘ, CÔNG CHỨC, VIÊN CHỨC', { face: bold, size: 14, ...centre }, { after: 0 })
  paragraph(sheet, 'Số: ……………………', { face: regular, size: SIZE, ...centre }, { after: 14 })
}

function signatures(sheet: Sheet, { bold, italic }: Faces) {
  makeRoom(sheet, SIGNATURE_ROOM)
  for (const [side, box] of [
    ['BÊN GIAO', HALVES[0]],
    ['BÊN NHẬN', HALVES[1]],
  ] as const) {
    textLine(sheet.page, side, { face: bold, size: SIZE, align: 'centre' }, box, sheet.y)
    textLine(
      sheet.page,
      '(Ký, ghi rõ họ tên, đóng dấu)',
      { face: italic, size: SIZE, align: 'centre' },
      box,
      sheet.y - 18,
    )
  }
  sheet.y -= SIGNATURE_ROOM
}

/** Sixteen letters at a time: to be compared by eye. */
const inGroups = (sum: string) => sum.replace(/(.{16})(?=.)/g, '$1 ')
