import type { Lists } from '@/lib/catalogue/code-list'
import { isRealPartialDay, readPartialDay, sayPartialDay } from '@/lib/catalogue/days'
import type { Field, Kind } from '@/lib/catalogue/field'
import type { Address } from '@/lib/catalogue/kinds/address'
import type { UnitAnswer } from '@/lib/catalogue/kinds/choices'
import type { PartialDateRange } from '@/lib/catalogue/kinds/dates'

/** A row as it stands in a form: every cell as typed. */
export type TypedRow = { id: string; kind?: string } & { [column: string]: Typed }

export type TypedRange = { from: string; to: string }

/** What stands in a control of each kind: as typed, not yet read. Nothing typed is `''`, `null` or `[]`. */
export type TypedByKind = {
  text: string
  longText: string
  date: string
  partialDate: string
  partialDateRange: TypedRange
  integer: string
  decimal: string
  money: string
  choice: string
  multiChoice: string[]
  address: Address
  boolean: boolean | null
  unit: string
  table: TypedRow[]
}

export type Typed = string | boolean | null | undefined | string[] | TypedRange | Address | TypedRow[]

type Way<K extends Kind> = {
  blank: () => TypedByKind[K]
  /** A stored answer as it would have been typed. */
  typed: (answer: never, field: Field, lists: Lists) => TypedByKind[K]
}

const asSaid = { blank: () => '', typed: (answer: never, field: Field, lists: Lists) => field.display(answer, lists) }

const WAYS: { [K in Kind]: Way<K> } = {
  text: asSaid,
  longText: asSaid,
  date: asSaid,
  partialDate: asSaid,
  partialDateRange: {
    blank: () => ({ from: '', to: '' }),
    typed: ({ from, to }: PartialDateRange) => ({
      from: sayPartialDay(from),
      to: to === null ? 'nay' : sayPartialDay(to),
    }),
  },
  integer: asSaid,
  decimal: asSaid,
  money: asSaid,
  choice: { blank: () => '', typed: (answer: string) => answer },
  multiChoice: { blank: () => [], typed: (answer: string[]) => answer },
  address: { blank: () => ({ text: '', code: null, listValidFrom: null }), typed: (answer: Address) => answer },
  boolean: { blank: () => null, typed: (answer: boolean) => answer },
  unit: { blank: () => '', typed: (answer: UnitAnswer) => answer.name },
  table: { blank: () => [], typed: (rows: TypedRow[]) => rows },
}

/** A stored answer, or none, as it stands in its control. Rows of tables are read cell by cell by the caller. */
export const typedOf = (field: Field, answer: unknown, lists: Lists): Typed =>
  answer === null || answer === undefined
    ? WAYS[field.kind].blank()
    : WAYS[field.kind].typed(answer as never, field, lists)

/** What conditions make of something typed: the answer itself where that is plain, null where nothing is given yet. */
export function roughly(typed: Typed): unknown {
  if (typed === '' || typed === undefined || (Array.isArray(typed) && typed.length === 0)) return null
  if (typed !== null && typeof typed === 'object' && 'to' in typed) {
    const to = /^\s*(đến\s+)?nay\s*$/iu.test(typed.to.normalize('NFC')) || typed.to === '' ? null : typed.to
    return { ...typed, to }
  }
  return typed
}

/** The day something typed speaks of, as far as it is known: a day, a year, or where a period begins. Null while it cannot be read. */
export function dayTyped(typed: Typed): string | null {
  const text = typed !== null && typeof typed === 'object' && 'from' in typed ? typed.from : typed
  const day = typeof text === 'string' ? readPartialDay(text) : null
  return day !== null && isRealPartialDay(day) ? day : null
}

/** Nothing typed at all. */
export function isBlank(typed: Typed): boolean {
  if (typed === null || typed === undefined) return true
  if (typeof typed === 'string') return typed.trim() === ''
  if (Array.isArray(typed)) return typed.length === 0
  if (typeof typed === 'boolean') return false
  return 'text' in typed ? typed.text.trim() === '' : typed.from.trim() === '' && typed.to.trim() === ''
}
