import { z } from 'zod'
import { isRealDay, isRealPartialDay, readPartialDay, sayPartialDay } from '../days'
import type { Field, Spec } from '../field'

const OUT_OF_TIME = 'Năm này không thể đúng. Ghi năm từ 1900 đến 2100.'

/** Nobody in service, and nothing in their life, is older than this; a slip of the hand is. */
const isOfOurTime = (day: string) => '1900' <= day && day < '2101'

/** `5/9/85` could be of two centuries, and a guess would be a birth year. */
const TWO_DIGIT_YEAR = 'Ghi đủ bốn số của năm, ví dụ 05/09/1985.'
const hasShortYear = (typed: string) => /^\d{1,2}([/.\-\s]\d{1,2}){1,2}$/.test(typed)

/** A calendar day, kept as `YYYY-MM-DD`: a birth date has no time zone. */
export const date = (spec: Spec): Field<string, 'date'> => ({
  ...spec,
  kind: 'date',
  schema: z
    .string()
    .refine((day) => !hasShortYear(day), { error: TWO_DIGIT_YEAR, abort: true })
    .refine(isRealDay, 'Không có ngày này. Ghi đủ ngày/tháng/năm, ví dụ 05/09/1985.')
    .refine(isOfOurTime, OUT_OF_TIME),
  display: (answer) => sayPartialDay(answer),
  parse: (typed) => readPartialDay(typed),
  toNational: (answer) => answer.replaceAll('-', ''),
})

/** A day, a month or a year, as far as it is known: `YYYY[-MM[-DD]]`, never padded. */
export const partialDate = (spec: Spec): Field<string, 'partialDate'> => ({
  ...spec,
  kind: 'partialDate',
  schema: partial,
  display: (answer) => sayPartialDay(answer),
  parse: (typed) => readPartialDay(typed),
  toNational: (answer) => answer.replaceAll('-', ''),
})

/** From – to; `to: null` means until now. */
export type PartialDateRange = { from: string; to: string | null }

export const partialDateRange = (spec: Spec): Field<PartialDateRange, 'partialDateRange'> => ({
  ...spec,
  kind: 'partialDateRange',
  schema: z
    .strictObject({ from: partial, to: partial.nullable() })
    .refine(({ from, to }) => to === null || inOrder(from, to), 'Đến phải sau Từ. Xem lại hai tháng này.'),
  display: ({ from, to }) => `${sayPartialDay(from)} – ${to === null ? 'nay' : sayPartialDay(to)}`,
  parse: (typed) => readRange(typed),
  toNational: ({ from, to }) => ({ from: from.replaceAll('-', ''), to: to?.replaceAll('-', '') ?? '' }),
})

const partial = z
  .string()
  .refine((day) => !hasShortYear(day), { error: TWO_DIGIT_YEAR, abort: true })
  .refine(isRealPartialDay, 'Không có ngày này. Ghi 05/09/1985, hoặc 9/1985, hoặc chỉ năm 1985.')
  .refine(isOfOurTime, OUT_OF_TIME)

/** Judged at the precision both sides have: 1985 to 9/1985 is in order. */
const inOrder = (from: string, to: string) => {
  const known = Math.min(from.length, to.length)
  return from.slice(0, known) <= to.slice(0, known)
}

function readRange(typed: unknown): unknown {
  if (typed === null || typed === undefined) return null
  if (typeof typed === 'object') {
    const { from, to } = typed as { from?: unknown; to?: unknown }
    const read = { from: readPartialDay(from), to: readEnd(to) }
    return read.from === null && read.to === null ? null : { from: read.from ?? '', to: read.to }
  }
  const [from, to] = String(typed).split(/\s*[–—]\s*|\s+-\s+/)
  return from === undefined || from.trim() === '' ? null : { from: readPartialDay(from), to: readEnd(to) }
}

const readEnd = (typed: unknown) =>
  /^\s*(đến\s+)?nay\s*$/iu.test(String(typed ?? '').normalize('NFC')) ? null : readPartialDay(typed)
