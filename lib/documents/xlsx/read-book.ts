import { StringDecoder } from 'node:string_decoder'
import { UnreadableSheet } from '../sheet-fault'
import { dayFormats } from './read-number'
import { type CellContext, type SheetRow, scanRows } from './scan-rows'
import { attribute, plainText, runsOf } from './sheet-xml'
import { ZipDirectory } from './zip-directory'

/** A sheet to be read: its rows come in portions, in order. */
export type ReadableSheet = {
  name: string
  hidden: boolean
  rows(): AsyncGenerator<SheetRow[]>
  /** `A1:C1`, known once all rows were read. */
  merges(): readonly string[]
}

/** One row of 16,384 long texts is shorter; what never ends is no sheet. */
const LONGEST_ROW = 64_000_000

/** The sheets of a workbook. Throws `UnreadableSheet`; so do the rows, in the middle, of a damaged file. */
export async function readBook(bytes: Uint8Array, most: number): Promise<ReadableSheet[]> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (isCompound(buffer)) throw new UnreadableSheet(buffer.includes(ENCRYPTED) ? 'protected' : 'oldFormat')
  if (!isZip(buffer)) throw new UnreadableSheet('notSheet')
  const files = new ZipDirectory(buffer, most)
  const book = files.text('xl/workbook.xml')
  if (book === null) throw new UnreadableSheet('notSheet')
  const targets = targetsOf(files.text('xl/_rels/workbook.xml.rels') ?? '')
  const context = {
    strings: await sharedStrings(files),
    formats: dayFormats(files.text('xl/styles.xml')),
    from1904: /<(?:\w+:)?workbookPr\s[^>]*date1904=["'](1|true)/.test(book),
  }
  const sheets = [...book.matchAll(/<(?:\w+:)?sheet\s[^>]*>/g)].flatMap(([tag]) => {
    const part = targets.get(attribute(tag, 'r:id') ?? '')
    if (part === undefined || !files.has(part)) return []
    const name = plainText(attribute(tag, 'name') ?? '').normalize('NFC')
    return [readable(files, part, { name, hidden: attribute(tag, 'state') !== undefined }, context)]
  })
  if (sheets.length === 0) throw new UnreadableSheet('empty')
  return sheets
}

export const isZip = (bytes: Uint8Array) => bytes[0] === 0x50 && bytes[1] === 0x4b
export const isCompound = (bytes: Uint8Array) => bytes[0] === 0xd0 && bytes[1] === 0xcf && bytes[2] === 0x11
/** The stream in which a workbook under a password lies. */
const ENCRYPTED = Buffer.from('EncryptedPackage', 'utf16le')

function readable(
  files: ZipDirectory,
  part: string,
  about: Pick<ReadableSheet, 'name' | 'hidden'>,
  context: Omit<CellContext, 'prefix'>,
): ReadableSheet {
  let merges: string[] = []
  async function* rows(): AsyncGenerator<SheetRow[]> {
    const decoder = new StringDecoder('utf8')
    let rest = ''
    let prefix: string | null = null
    let line = 0
    for await (const piece of files.pieces(part)) {
      rest += decoder.write(piece)
      prefix ??= /<(\w+:)?worksheet[\s>]/.exec(rest)?.[1] ?? (rest.includes('<worksheet') ? '' : null)
      if (prefix === null) continue
      const close = `</${prefix}row>`
      const end = rest.lastIndexOf(close)
      if (end < 0) {
        if (rest.length > LONGEST_ROW) throw new UnreadableSheet('tooLarge')
        continue
      }
      const found = scanRows(rest.slice(0, end + close.length), line, { ...context, prefix })
      line = found.at(-1)?.line ?? line
      rest = rest.slice(end + close.length)
      yield found
    }
    if (prefix === null) throw new UnreadableSheet('damaged')
    merges = [...rest.matchAll(/<(?:\w+:)?mergeCell\s[^>]*ref=["']([^"']+)/g)].map(([, ref]) => ref ?? '')
  }
  return { ...about, rows, merges: () => merges }
}

function targetsOf(relations: string): Map<string, string> {
  const tags = [...relations.matchAll(/<(?:\w+:)?Relationship\s[^>]*>/g)]
  return new Map(
    tags.map(([tag]) => {
      const target = plainText(attribute(tag, 'Target') ?? '')
      return [attribute(tag, 'Id') ?? '', target.startsWith('/') ? target.slice(1) : `xl/${target}`]
    }),
  )
}

async function sharedStrings(files: ZipDirectory): Promise<string[]> {
  if (!files.has('xl/sharedStrings.xml')) return []
  const strings: string[] = []
  const decoder = new StringDecoder('utf8')
  let rest = ''
  for await (const piece of files.pieces('xl/sharedStrings.xml')) {
    rest += decoder.write(piece)
    const prefix = /<(\w+:)si[\s>/]/.exec(rest)?.[1] ?? ''
    const close = `</${prefix}si>`
    const end = rest.lastIndexOf(close)
    if (end < 0) continue
    // An empty one may stand closed in itself.
    for (const item of rest.slice(0, end).replaceAll(`<${prefix}si/>`, `<${prefix}si>${close}`).split(close))
      strings.push(runsOf(item, `${prefix}t`))
    rest = rest.slice(end + close.length)
  }
  return strings
}
