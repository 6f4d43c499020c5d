import { createHash } from 'node:crypto'
import { type CmsStyle, type ToolKey, toolCms } from './tool-cms'

/** Bytes kept for the signature. */
const ROOM = 12_000
const RANGE = '[0 0000000000 0000000000 0000000000]'

export type PdfStyle = CmsStyle & { subFilter?: string; at?: Date; box?: 'first' | 'last' }

/**
 * Signs the first (or last) empty signature field of a PDF with a classic table of objects, by appending a revision: the earlier bytes stay as
 * they are. Throws when there is no such field.
 */
export function signPdf(paper: Uint8Array, key: ToolKey, style: PdfStyle = {}): Buffer {
  const before = Buffer.from(paper)
  const text = before.toString('latin1')
  const field = emptyField(text, style.box ?? 'first')
  const { size, previous, root } = trailerOf(text)
  const [signature, picture] = [size, size + 1]
  const objects = [
    [field.number, `<<${field.entries}\n/V ${signature} 0 R /AP <</N ${picture} 0 R>>>>`],
    [signature, signatureDictionary(style)],
    [picture, pictureOf(field.entries)],
  ] as const
  const parts: Buffer[] = [before, Buffer.from('\n')]
  const places = new Map<number, number>()
  for (const [number, body] of objects) {
    places.set(
      number,
      parts.reduce((sum, part) => sum + part.length, 0),
    )
    parts.push(Buffer.from(`${number} 0 obj\n${body}\nendobj\n`, 'latin1'))
  }
  const table = parts.reduce((sum, part) => sum + part.length, 0)
  parts.push(Buffer.from(tableOf(places, { size: size + 2, previous, root, at: table }), 'latin1'))
  return filled(Buffer.concat(parts), key, style)
}

function emptyField(text: string, box: 'first' | 'last') {
  // The newest spelling of an object is the last one.
  const all = [...text.matchAll(/(\d+) 0 obj\s*<<((?:(?!endobj|stream)[\s\S])*)>>\s*endobj/g)]
  const newest = new Map(all.map(([, number = '', entries = '']) => [number, entries]))
  const empty = [...newest].filter(([, entries]) => /\/FT\s*\/Sig/.test(entries) && !/\/V\s/.test(entries))
  const found = empty.at(box === 'first' ? 0 : -1)
  if (!found) throw new Error('No empty signature field')
  return { number: Number(found[0]), entries: found[1].replace(/\/AP\s*(<<[\s\S]*?>>|\d+ 0 R)/, '') }
}

function trailerOf(text: string) {
  const trailer = text.slice(text.lastIndexOf('trailer'))
  const number = (pattern: RegExp) => Number(pattern.exec(trailer)?.[1])
  return {
    size: number(/\/Size\s+(\d+)/),
    root: number(/\/Root\s+(\d+) 0 R/),
    previous: number(/startxref\s+(\d+)/),
  }
}

function signatureDictionary({ subFilter = 'ETSI.CAdES.detached', at = new Date() }: PdfStyle) {
  const time = at.toISOString().replace(/\D/g, '').slice(0, 14)
  return `<</Type /Sig /Filter /Adobe.PPKLite /SubFilter /${subFilter} /M (D:${time}Z) /ByteRange ${RANGE} /Contents <${'0'.repeat(ROOM * 2)}>>>`
}

/** The real tool draws a picture from its own settings; this one draws a frame. */
function pictureOf(entries: string) {
  const [left = 0, bottom = 0, right = 0, top = 0] =
    /\/Rect\s*\[([^\]]*)\]/.exec(entries)?.[1]?.trim().split(/\s+/).map(Number) ?? []
  const [width, height] = [right - left, top - bottom]
  const drawn = `0.05 0.2 0.55 RG 0.8 w 4 4 ${width - 8} ${height - 8} re S`
  return `<</Type /XObject /Subtype /Form /BBox [0 0 ${width} ${height}] /Length ${drawn.length}>>\nstream\n${drawn}\nendstream`
}

type Trailer = { size: number; previous: number; root: number; at: number }

function tableOf(places: Map<number, number>, { size, previous, root, at }: Trailer) {
  const rows = [...places]
    .toSorted(([a], [b]) => a - b)
    .map(([number, place]) => `${number} 1\n${String(place).padStart(10, '0')} 00000 n \n`)
  return `xref\n${rows.join('')}trailer\n<</Size ${size} /Root ${root} 0 R /Prev ${previous}>>\nstartxref\n${at}\n%%EOF\n`
}

function filled(file: Buffer, key: ToolKey, style: PdfStyle) {
  const start = file.lastIndexOf(`<${'0'.repeat(ROOM * 2)}>`)
  const end = start + ROOM * 2 + 2
  const numbers = [start, end, file.length - end].map((number) => String(number).padStart(10, '0'))
  file.write(`[0 ${numbers.join(' ')}]`, file.lastIndexOf(RANGE), 'latin1')
  const digest = createHash('sha256').update(file.subarray(0, start)).update(file.subarray(end)).digest()
  file.write(toolCms(digest, key, style).toString('hex'), start + 1, 'latin1')
  return file
}
