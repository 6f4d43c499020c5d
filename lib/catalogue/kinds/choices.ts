import { z } from 'zod'
import { codeOf, entryOf, type Lists } from '../code-list'
import type { Field, Spec } from '../field'
import { tidy } from '../typed'

/** One code of a list. Shown by its label, sent by its code. */
export const choice = (spec: Spec): Field<string, 'choice'> => ({
  ...spec,
  kind: 'choice',
  schema: code,
  display: (answer, lists, kind) => entryOf(lists, listOf(spec, kind), answer)?.label ?? answer,
  parse: (typed, lists, kind) => {
    const text = tidy(typed)
    return text === null ? null : codeOf(lists, listOf(spec, kind), text)
  },
  toNational: (answer) => spec.nationalCodes?.[answer] ?? answer,
  inList: (answer, lists, kind) => unknown(spec, lists, [answer], kind),
})

/** Several codes of a list, in the order chosen. */
export const multiChoice = (spec: Spec): Field<string[], 'multiChoice'> => ({
  ...spec,
  kind: 'multiChoice',
  schema: z
    .array(code)
    .min(1, 'Chọn ít nhất một giá trị hoặc để trống ô này.')
    .max(20, 'Chọn tối đa 20 giá trị.')
    .refine((codes) => new Set(codes).size === codes.length, 'Một giá trị được chọn hai lần.'),
  display: (answer, lists) => answer.map((one) => entryOf(lists, spec.codeList, one)?.label ?? one).join('; '),
  parse: (typed, lists) => {
    const parts = Array.isArray(typed) ? typed : String(typed ?? '').split(';')
    const codes = parts.flatMap((part) => tidy(part) ?? []).map((part) => codeOf(lists, spec.codeList, part))
    return codes.length === 0 ? null : codes
  },
  toNational: (answer) => answer.join(','),
  inList: (answer, lists) => unknown(spec, lists, answer),
})

export const boolean = (spec: Spec): Field<boolean, 'boolean'> => ({
  ...spec,
  kind: 'boolean',
  schema: z.boolean('Chọn Có hoặc Không.'),
  display: (answer) => (answer ? 'Có' : 'Không'),
  parse: (typed) => {
    if (typeof typed === 'boolean') return typed
    const text = tidy(typed)?.toLocaleLowerCase('vi') ?? null
    if (text === 'có' || text === 'true') return true
    return text === 'không' || text === 'false' ? false : text
  },
  toNational: (answer) => (answer ? '1' : '0'),
})

/** A unit with its name as it was when the record was written: a signed record must read the same in ten years. */
export type UnitAnswer = { code: string; name: string }

export const unit = (spec: Spec): Field<UnitAnswer, 'unit'> => ({
  ...spec,
  kind: 'unit',
  schema: z.strictObject({ code: z.string().min(1).max(35), name: z.string().min(1).max(255) }),
  display: (answer) => answer.name,
  parse: (typed) => typed ?? null,
  toNational: (answer) => answer.code,
})

const code = z.string().min(1, 'Chọn một giá trị trong danh mục.').max(40, 'Mã này không có trong danh mục.')

/** The list that goes with the row's kind, or the field's own. */
export const listOf = (spec: Spec, kind?: string) =>
  (kind === undefined ? undefined : spec.codeListByKind?.[kind]) ?? spec.codeList

function unknown(spec: Spec, lists: Lists, codes: string[], kind?: string): string | null {
  const name = listOf(spec, kind)
  if (name === undefined) return null
  const known = new Map(lists(name).flatMap((entry) => (entry.withdrawn ? [] : [[entry.code, entry]])))
  const stranger = codes.find((one) => !known.has(one))
  if (stranger !== undefined) return `“${stranger}” không có trong danh mục. Chọn một giá trị trong danh sách gợi ý.`
  const misplaced = codes.find((one) => kind !== undefined && (known.get(one)?.group ?? kind) !== kind)
  return misplaced === undefined
    ? null
    : `“${known.get(misplaced)?.label}” thuộc bảng khác của mục này. Chọn giá trị khác hoặc chuyển dòng.`
}
