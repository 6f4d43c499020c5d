import { isRealDay } from '@/lib/catalogue/days'
import { listHref, type Query, wordIn } from '../list-query'
import { isUuid } from '../uuid'
import { type Cursor, cursorText, readCursor } from './list-cursor'

/** Reads one filter out of the address: what can be asked for, or null. */
export type Reader = (typed: string) => string | null

export type Sort<Key extends string> = { by: Key; down: boolean }

/** What a list of the portal can be asked for. Everything asked stands in the address. */
export type ListSpec<Key extends string, Filter extends string> = {
  path: string
  sorts: readonly Key[]
  sort: Sort<Key>
  filters: Readonly<Record<Filter, Reader>>
  /** Columns shown only when asked for. */
  extras?: readonly string[]
}

export type ListAsk<Key extends string, Filter extends string> = {
  search: string
  filters: Partial<Record<Filter, string>>
  sort: Sort<Key>
  extras: readonly string[]
  size: number
  cursor: Cursor | null
}

export const PAGE_SIZES = [20, 50, 100, 200] as const
const USUAL_SIZE = 50
/** More rows than this are put into a workbook in the background, not while somebody waits. */
export const MOST_ROWS = 10_000

/** What cannot be read counts as not asked for. */
export function readAsk<Key extends string, Filter extends string>(
  spec: ListSpec<Key, Filter>,
  query: Query,
): ListAsk<Key, Filter> {
  const filters: Partial<Record<Filter, string>> = {}
  for (const name of Object.keys(spec.filters) as Filter[]) {
    const typed = wordIn(query, name)
    const value = typed === '' ? null : spec.filters[name](typed)
    if (value !== null) filters[name] = value
  }
  const size = Number(wordIn(query, 'size'))
  return {
    search: wordIn(query, 'q'),
    filters,
    sort: sortIn(spec, wordIn(query, 'sort')),
    extras: wordsIn(query, 'cols').filter((key) => spec.extras?.includes(key)),
    size: PAGE_SIZES.find((one) => one === size) ?? USUAL_SIZE,
    cursor: cursorIn(query),
  }
}

type Change<Key extends string, Filter extends string> = Partial<ListAsk<Key, Filter>>

/** The address of the list as asked for, changed; a page is kept only where it is named, since it belongs to one order. */
export function askHref<Key extends string, Filter extends string>(
  spec: ListSpec<Key, Filter>,
  ask: ListAsk<Key, Filter>,
  change: Change<Key, Filter> = {},
  path: string = spec.path,
): string {
  const { search, filters, sort, extras, size, cursor } = { ...ask, cursor: null, ...change }
  return listHref(path, {
    q: search,
    ...filters,
    sort: isSame(sort, spec.sort) ? null : sortWord(sort),
    cols: extras.join(','),
    size: size === USUAL_SIZE ? null : size,
    ...(cursor && { [cursor.towards]: cursorText(cursor) }),
  })
}

/** Is the list narrowed at all? */
export const isNarrowed = ({ search, filters }: Pick<ListAsk<string, string>, 'search' | 'filters'>) =>
  search !== '' || Object.values(filters).some((value) => value !== undefined)

/** What filtering anew leaves as it is: the order and the length of a page. */
export const carriedOf = (spec: ListSpec<string, string>, { sort, size }: ListAsk<string, string>) => ({
  sort: isSame(sort, spec.sort) ? null : sortWord(sort),
  size: size === USUAL_SIZE ? null : String(size),
})

/** A column's order when its head is pressed: upwards first, then the other way round. */
export const pressed = <Key extends string>(sort: Sort<Key>, by: Key): Sort<Key> => ({
  by,
  down: sort.by === by && !sort.down,
})

const sortWord = ({ by, down }: Sort<string>) => `${down ? '-' : ''}${by}`

function sortIn<Key extends string>({ sorts, sort }: ListSpec<Key, string>, word: string): Sort<Key> {
  const by = sorts.find((key) => key === word.replace(/^-/, ''))
  return by === undefined ? sort : { by, down: word.startsWith('-') }
}

function cursorIn(query: Query): Cursor | null {
  for (const towards of ['after', 'before'] as const) {
    const text = query[towards]
    if (typeof text === 'string' && text !== '') return readCursor(towards, text)
  }
  return null
}

/** Several values: `cols=a,b`, or `cols=a&cols=b` as a form of check boxes sends them. */
const wordsIn = (query: Query, name: string) => [query[name] ?? []].flat().flatMap((value) => value.split(','))

const isSame = (a: Sort<string>, b: Sort<string>) => a.by === b.by && a.down === b.down

/** One of these words. */
export const oneOf =
  (words: readonly string[]): Reader =>
  (typed) =>
    words.includes(typed) ? typed : null

/** Any words, as typed. */
export const anyWords: Reader = (typed) => typed

/** A unit, by its id. */
export const aUnit: Reader = (typed) => (isUuid(typed) ? typed : null)

/** A month, `11/2026` as people type it or `2026-11` as a link says it. */
export const aMonth: Reader = (typed) => {
  const month = typed.replace(/^(\d{1,2})\/(\d{4})$/, (_, month, year) => `${year}-${month.padStart(2, '0')}`)
  return isRealDay(`${month}-01`) ? month : null
}

/** A day, `31/12/2026` as people type it or `2026-12-31` as a link says it. */
export const aDay: Reader = (typed) => {
  const day = typed.replace(/^(\d{1,2})\/(\d{1,2})\/(\d{4})$/, (_, day, month, year) =>
    [year, month.padStart(2, '0'), day.padStart(2, '0')].join('-'),
  )
  return isRealDay(day) ? day : null
}

/** A year of four digits. */
export const aYear: Reader = (typed) => (/^(19|20)\d{2}$/.test(typed) ? typed : null)

/** A whole number from 0. */
export const aNumber: Reader = (typed) => (/^\d{1,6}$/.test(typed) ? String(Number(typed)) : null)
