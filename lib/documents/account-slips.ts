import {
  lineTo,
  moveTo,
  PDFDocument,
  type PDFPage,
  popGraphicsState,
  pushGraphicsState,
  setDashPattern,
  setLineWidth,
  stroke,
} from 'pdf-lib'
import { embedFaces, type Face } from './print/faces'
import { type Box, newSheet, PAGE, paragraph, type Style, textLine } from './print/sheet'
import { table } from './print/table'
import { wrap } from './print/wrap'

export type AccountSlip = { name: string; unitName: string; username: string; code: string; until: string }
export type LeftOut = { who: string; unitName: string; why: string }

type Slips = {
  slips: readonly AccountSlip[]
  leftOut: readonly LeftOut[]
  /** Where the portal is found; null where the installation does not say. */
  address: string | null
  title: string
}

const [COLUMNS, ROWS] = [2, 4]
const [WIDTH, HEIGHT] = [PAGE.width / COLUMNS, PAGE.height / ROWS]
const PADDING = 22

/** Slips to cut and hand out, eight on an A4 page; whoever got none is told of on pages at the end. */
export async function accountSlips({ slips, leftOut, address, title }: Slips, at: Date): Promise<Uint8Array> {
  const document = await PDFDocument.create({ updateMetadata: false })
  document.setTitle(title)
  document.setCreationDate(at)
  const faces = await embedFaces(document, ['regular', 'bold', 'italic'])
  for (const [place, slip] of slips.entries()) {
    const at = place % (COLUMNS * ROWS)
    const page = at === 0 ? newSlipPage(document) : document.getPage(document.getPageCount() - 1)
    const [column, row] = [at % COLUMNS, Math.floor(at / COLUMNS)]
    drawSlip(
      page,
      faces,
      slip,
      address,
      { x: column * WIDTH + PADDING, width: WIDTH - 2 * PADDING },
      PAGE.height - row * HEIGHT,
    )
  }
  if (leftOut.length > 0) listLeftOut(document, faces, leftOut, title)
  return document.save()
}

type Faces = Record<'regular' | 'bold' | 'italic', Face>

function newSlipPage(document: PDFDocument): PDFPage {
  const page = document.addPage([PAGE.width, PAGE.height])
  page.pushOperators(
    pushGraphicsState(),
    setLineWidth(0.5),
    setDashPattern([4, 3], 0),
    moveTo(WIDTH, 0),
    lineTo(WIDTH, PAGE.height),
    ...Array.from({ length: ROWS - 1 }, (_, row) => (row + 1) * HEIGHT).flatMap((y) => [
      moveTo(0, y),
      lineTo(PAGE.width, y),
    ]),
    stroke(),
    popGraphicsState(),
  )
  return page
}

function drawSlip(page: PDFPage, faces: Faces, slip: AccountSlip, address: string | null, box: Box, top: number) {
  let y = top - PADDING
  const write = (text: string, style: Style, after = 3) => {
    for (const line of wrap(text, style.face, style.size, box.width)) {
      textLine(page, line, style, box, y)
      y -= style.size * 1.2
    }
    y -= after
  }
  const { regular, bold, italic } = faces
  write('PHIẾU TÀI KHOẢN', { face: bold, size: 11, align: 'centre' })
  write(
    'Phần mềm quản lý hồ sơ cán bộ, công chức, viên chức tỉnh Đồng Tháp',
    { face: regular, size: 8, align: 'centre' },
    6,
  )
  write(slip.name, { face: bold, size: 12 })
  write(slip.unitName, { face: regular, size: 9 }, 5)
  if (address !== null) write(`Địa chỉ: ${address}`, { face: regular, size: 10 })
  write(`Tên đăng nhập: ${slip.username}`, { face: bold, size: 11 })
  write(`Mã dùng một lần: ${slip.code}`, { face: bold, size: 11 })
  write(`Dùng đến ${slip.until}`, { face: regular, size: 10 }, 5)
  write('Lần đăng nhập đầu phải đổi mật khẩu. Không đưa phiếu cho người khác; mất phiếu thì báo quản trị đơn vị.', {
    face: italic,
    size: 8.5,
  })
}

function listLeftOut(document: PDFDocument, { regular, bold }: Faces, leftOut: readonly LeftOut[], title: string) {
  const sheet = newSheet(document)
  paragraph(sheet, 'NHỮNG NGƯỜI CHƯA CẤP ĐƯỢC TÀI KHOẢN', { face: bold, size: 14, align: 'centre' })
  paragraph(sheet, title, { face: regular, size: 12, align: 'centre' }, { after: 10 })
  const columns = [
    { title: 'STT', share: 0.08, align: 'centre' as const },
    { title: 'Họ và tên hoặc số căn cước', share: 0.3 },
    { title: 'Đơn vị', share: 0.3 },
    { title: 'Lý do', share: 0.32 },
  ]
  const rows = leftOut.map(({ who, unitName, why }, at) => [String(at + 1), who, unitName, why])
  table(sheet, columns, rows, { head: bold, body: regular, size: 11 })
}
