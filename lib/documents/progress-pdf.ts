import { PDFDocument } from 'pdf-lib'
import {
  PROGRESS_HEADS,
  PROGRESS_STAGES,
  type ProgressCounts,
  type ProgressRow,
  SHARE_HEAD,
  sayShare,
  sumOf,
} from '@/lib/domain/exchange/progress'
import { embedFaces } from './print/faces'
import { newSheet, numberPages, paragraph } from './print/sheet'
import { type Column, table } from './print/table'

type Told = {
  rows: readonly ProgressRow[]
  /** As people read it. */
  asOf: string
  basis: string
  /** When the file is made. */
  at: Date
}

const SIZE = 13
const FIGURES = PROGRESS_STAGES.length
const FIGURE_SHARE = 0.09
const COLUMNS: Column[] = [
  { title: 'STT', share: 0.06, align: 'centre' },
  { title: 'Đơn vị', share: 1 - 0.06 - 0.11 - FIGURES * FIGURE_SHARE },
  ...PROGRESS_STAGES.map((stage): Column => ({ title: PROGRESS_HEADS[stage], share: FIGURE_SHARE, align: 'centre' })),
  { title: SHARE_HEAD, share: 0.11, align: 'centre' },
]

/** The table of progress on A4, unit by unit with the sum. */
export async function progressPdf({ rows, asOf, basis, at }: Told): Promise<Uint8Array> {
  const document = await PDFDocument.create({ updateMetadata: false })
  document.setTitle('Tiến độ đồng bộ dữ liệu cán bộ, công chức, viên chức')
  document.setLanguage('vi')
  document.setCreationDate(at)
  const { regular, bold, italic } = await embedFaces(document, ['regular', 'bold', 'italic'])
  const sheet = newSheet(document)
  const title = { face: bold, size: 14, align: 'centre' as const }
  paragraph(sheet, 'TIẾN ĐỘ ĐỒNG BỘ DỮ LIỆU', title)
  paragraph(sheet, 'CÁN BỘ, CÔNG CHỨC, VIÊN CHỨC TỈNH ĐỒNG THÁP', title, { after: 6 })
  paragraph(
    sheet,
    `Số liệu lúc ${asOf}. Căn cứ ${basis}.`,
    { face: italic, size: SIZE, align: 'centre' },
    { after: 10 },
  )
  table(
    sheet,
    COLUMNS,
    [
      ...rows.map(({ name, counts }, at) => [String(at + 1), name, ...figures(counts)]),
      ['', 'Cộng', ...figures(sumOf(rows.map(({ counts }) => counts)))],
    ],
    { head: bold, body: regular, size: 10.5 },
  )
  numberPages(document, { face: regular, size: SIZE })
  return document.save()
}

const figures = (counts: ProgressCounts) => [
  ...PROGRESS_STAGES.map((stage) => (counts[stage] ?? 0).toLocaleString('vi')),
  sayShare(counts),
]
