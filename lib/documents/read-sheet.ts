import readXlsx from 'read-excel-file/node'

/** Larger when unpacked is not a list of units or people, but somebody's trick. */
const MOST_UNPACKED = 40_000_000

/** The file is no list that could be read: too large when unpacked, damaged, or of another kind. */
export class UnreadableSheet extends Error {}

/**
 * The first sheet of a workbook, or a CSV in UTF-8, as rows of text. Days come as `YYYY-MM-DD`, numbers as written in
 * full; letters are composed (NFC), whatever the machine the file was made on. Throws `UnreadableSheet`.
 */
export async function readSheet(bytes: Uint8Array): Promise<string[][]> {
  if (!isZip(bytes)) return readCsv(bytes)
  if (unpackedSize(bytes) > MOST_UNPACKED) throw new UnreadableSheet('too large')
  try {
    const sheets = await readXlsx(Buffer.from(bytes))
    return (sheets[0]?.data ?? []).map((row) => row.map(sayCell))
  } catch (error) {
    throw new UnreadableSheet('damaged', { cause: error })
  }
}

function sayCell(cell: unknown): string {
  if (cell === null || cell === undefined) return ''
  if (cell instanceof Date) return cell.toISOString().slice(0, 10)
  return tidy(String(cell))
}

const tidy = (text: string) => text.normalize('NFC').replace(/\s+/gu, ' ').trim()

const isZip = (bytes: Uint8Array) => bytes[0] === 0x50 && bytes[1] === 0x4b

/** As the directory at the end of the archive says. */
function unpackedSize(bytes: Uint8Array): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let size = 0
  for (let at = 0; at + 46 <= bytes.length; at++) {
    if (view.getUint32(at, true) === 0x02014b50) size += view.getUint32(at + 24, true)
  }
  return size
}

/** Comma, semicolon or tab, whichever the first line has most of; quoted fields may hold them, and line breaks. */
function readCsv(bytes: Uint8Array): string[][] {
  let text: string
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch (error) {
    throw new UnreadableSheet('not UTF-8', { cause: error })
  }
  const [first = ''] = text.split('\n', 1)
  const parting = [';', '\t', ','].toSorted((a, b) => first.split(b).length - first.split(a).length)[0] ?? ','
  const rows: string[][] = [[]]
  let field = ''
  let quoted = false
  for (let at = 0; at < text.length; at++) {
    const sign = text[at]
    if (quoted && sign === '"' && text[at + 1] === '"') {
      field += '"'
      at += 1
    } else if (sign === '"' && (quoted || field === '')) quoted = !quoted
    else if (!quoted && (sign === parting || sign === '\n')) {
      rows.at(-1)?.push(tidy(field))
      field = ''
      if (sign === '\n') rows.push([])
    } else field += sign
  }
  rows.at(-1)?.push(tidy(field))
  return rows.filter((row) => row.some((cell) => cell !== ''))
}
