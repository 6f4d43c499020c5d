import { UnreadableSheet } from './sheet-fault'

/** The rows of a CSV: comma, semicolon or tab, whichever the first line has most of; quoted fields may hold them, and line breaks. */
export function readCsv(bytes: Uint8Array): string[][] {
  const text = decoded(bytes)
  // Programs give out web pages under the name of a spreadsheet.
  if (/^\s*<(!doctype|html|\?xml|table)/i.test(text)) throw new UnreadableSheet('notSheet')
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
      rows.at(-1)?.push(field.replace(/\r$/, ''))
      field = ''
      if (sign === '\n') rows.push([])
    } else field += sign
  }
  rows.at(-1)?.push(field)
  return rows
}

function decoded(bytes: Uint8Array): string {
  const utf16 = bytes[0] === 0xff && bytes[1] === 0xfe
  try {
    const text = new TextDecoder(utf16 ? 'utf-16le' : 'utf-8', { fatal: true }).decode(bytes)
    if (text.includes('\0')) throw new UnreadableSheet('notSheet')
    return text
  } catch (error) {
    if (error instanceof UnreadableSheet) throw error
    throw new UnreadableSheet(bytes.subarray(0, 512).includes(0) ? 'notSheet' : 'encoding', { cause: error })
  }
}
