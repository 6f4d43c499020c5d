import { fill, type PDFPage, rectangle } from 'pdf-lib'
import { qrCode } from '../qr-code'

/** Draws a text as a QR code, light margin included, into a square whose lower left corner is at x, y. */
export function drawQr(page: PDFPage, text: string, { x, y, side }: { x: number; y: number; side: number }) {
  const { size, path } = qrCode(text)
  const module = side / size
  // PDF counts upwards; a hair more than a module, so that no light line shows between dark ones.
  const dark = [...path.matchAll(/M(\d+) (\d+)h/g)].map(([, column, row]) =>
    rectangle(x + Number(column) * module, y + side - (Number(row) + 1) * module, module * 1.02, module * 1.02),
  )
  page.pushOperators(...dark, fill())
}
