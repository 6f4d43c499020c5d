import { type CodeEntry, type Lists, plain } from '@/lib/catalogue/code-list'
import { isRealDay, sayPartialDay } from '@/lib/catalogue/days'
import type { PlacedField } from '@/lib/catalogue/field'
import { listOf } from '@/lib/catalogue/kinds/choices'
import { tidy, tidyLines } from '@/lib/catalogue/typed'
import { judge } from '../answers'
import { CLEAR } from './columns'
import { fromOldFont } from './old-fonts'
import { type SheetCell, textOf } from './sheet-cell'

/** Ways a spreadsheet spoils a value; each is mended only where somebody agreed to it. */
export const REPAIRS = ['leadingZero', 'serialDay', 'composed', 'tcvn3', 'vni'] as const
export type Repair = (typeof REPAIRS)[number]

export type ReadCell =
  | { is: 'value'; value: unknown; repaired?: Repair }
  | { is: 'clear' }
  | { is: 'repair'; repair: Repair; text: string }
  /** Well-formed, but of no list: kept in its own words until somebody says what it is. */
  | { is: 'unmatched'; list: string; text: string }
  | { is: 'refused'; sentence: string }

export type CellContext = {
  lists: Lists
  /** Repairs agreed to. */
  agreed: ReadonlySet<Repair>
  /** What words of other lists mean in ours: `list|words without accents` → code. */
  words: ReadonlyMap<string, string>
}

export const wordKey = (list: string, text: string) => `${list}|${plain(text)}`

/** Reads one filled cell as an answer to a field. */
export function readCell(field: PlacedField, cell: SheetCell, context: CellContext, kind?: string): ReadCell {
  if (typeof cell !== 'string' && cell.as === 'error')
    return refused('Ô có công thức bị lỗi. Sửa trong tệp rồi nhập lại.')
  const typed = unquoted(cell)
  const text = textOf(typed)
  if (tidy(text) === CLEAR) return { is: 'clear' }
  const mended = mend(field, typed, text, context, kind)
  if (mended && !context.agreed.has(mended.repair)) return { is: 'repair', ...mended }
  const read = readText(field, mended?.text ?? wordsOf(field, typed), context, kind)
  return mended && read.is === 'value' ? { ...read, repaired: mended.repair } : read
}

/** What export put before a text that a spreadsheet could take for a formula goes away again. */
function unquoted(cell: SheetCell): SheetCell {
  return typeof cell === 'string' && /^'+\s*[=+\-@＝＋－＠]/u.test(cell) ? cell.slice(1) : cell
}

/** A day stands in the file as a day; in a field of words it is said as people write it. */
function wordsOf(field: PlacedField, cell: SheetCell): string {
  if (typeof cell === 'string' || cell.as !== 'day') return textOf(cell)
  return field.kind === 'date' || field.kind === 'partialDate' ? cell.text : sayPartialDay(cell.text)
}

function readText(field: PlacedField, text: string, context: CellContext, kind: string | undefined): ReadCell {
  const { lists } = context
  const list = field.kind === 'choice' || field.kind === 'multiChoice' ? listOf(field, kind) : undefined
  const typed = list === undefined ? spoken(field, text) : inOurWords(field, list, text, context)
  const value = field.parse(typed, lists, kind)
  if (value === null) return refused('Ô chỉ có khoảng trắng hoặc ký tự không nhìn thấy.')
  if (list !== undefined && field.inList?.(value as never, lists, kind)) {
    return { is: 'unmatched', list, text: tidy(text) ?? text }
  }
  const sentence = judge(field, value, lists, kind)
  return sentence === null ? { is: 'value', value } : refused(sentence)
}

/** A label in other letters, a word somebody explained before: then its code. */
function inOurWords(field: PlacedField, list: string, text: string, { lists, words }: CellContext): string {
  const { codes, labels, alike } = indexOf(lists(list))
  const one = (part: string) => {
    const explained = words.get(wordKey(list, part))
    if (explained !== undefined) return explained
    const typed = tidy(part) ?? ''
    if (codes.has(typed)) return typed
    return labels.get(typed) ?? alike.get(plain(typed)) ?? typed
  }
  return field.kind === 'multiChoice' ? text.split(';').map(one).join(';') : one(text)
}

type Index = { codes: ReadonlySet<string>; labels: ReadonlyMap<string, string>; alike: ReadonlyMap<string, string> }

const INDEXES = new WeakMap<readonly CodeEntry[], Index>()

/** A list to be asked many times: codes, labels as they stand, and labels without accents that name one entry only. */
function indexOf(entries: readonly CodeEntry[]): Index {
  const known = INDEXES.get(entries)
  if (known) return known
  const labels = new Map<string, string>()
  const alike = new Map<string, string | null>()
  for (const { code, label } of entries) {
    if (!labels.has(label)) labels.set(label, code)
    alike.set(plain(label), alike.has(plain(label)) ? null : code)
  }
  const single = [...alike].filter((entry): entry is [string, string] => entry[1] !== null)
  const index = { codes: new Set(entries.map(({ code }) => code)), labels, alike: new Map(single) }
  INDEXES.set(entries, index)
  return index
}

const YES = ['x', '1', 'y', 'yes', 'dung', 'roi', 'co', 'true']
const NO = ['0', 'n', 'no', 'khong', 'chua', 'ko', 'k', 'false']

function spoken(field: PlacedField, text: string): string {
  if (field.kind !== 'boolean') return text
  const said = plain(text)
  if (YES.includes(said)) return 'Có'
  return NO.includes(said) ? 'Không' : text
}

type Mended = { repair: Repair; text: string }

function mend(field: PlacedField, cell: SheetCell, text: string, { lists }: CellContext, kind?: string): Mended | null {
  const good = (proposal: string) => {
    const value = field.parse(proposal, lists, kind)
    return value !== null && judge(field, value, lists, kind) === null
  }
  if (field.pattern && /^\d{5,14}$/.test(text) && !good(text)) {
    const padded = ['0', '00', '000'].map((noughts) => noughts + text).find(good)
    return padded === undefined ? null : { repair: 'leadingZero', text: padded }
  }
  if ((field.kind === 'date' || field.kind === 'partialDate') && /^\d{5}(\.\d+)?$/.test(text)) {
    const day = serialDay(Number(text))
    return day === null ? null : { repair: 'serialDay', text: day }
  }
  if (typeof cell !== 'string') return null
  const old = LETTERS.has(field.kind) ? fromOldFont(text) : null
  if (old) return { repair: old.font, text: old.text }
  return text.normalize('NFC') === text ? null : { repair: 'composed', text: text.normalize('NFC') }
}

const LETTERS: ReadonlySet<string> = new Set(['text', 'longText', 'choice', 'multiChoice', 'address'])

/** The number a spreadsheet shows for a day whose cell lost its format. */
function serialDay(serial: number): string | null {
  if (serial < 3_654 || serial > 73_050) return null
  const day = new Date(Date.UTC(1899, 11, 30) + Math.floor(serial) * 86_400_000).toISOString().slice(0, 10)
  return isRealDay(day) ? day : null
}

/** Do these words say this answer? Then nobody changed the cell. */
export const saysTheSame = (
  field: PlacedField,
  cell: SheetCell,
  answer: unknown,
  lists: Lists,
  kind?: string,
): boolean =>
  answer !== null &&
  answer !== undefined &&
  tidyLines(wordsOf(field, unquoted(cell))) === tidyLines(field.display(answer as never, lists, kind))

const refused = (sentence: string): ReadCell => ({ is: 'refused', sentence })
