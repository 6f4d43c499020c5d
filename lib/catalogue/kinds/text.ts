import { z } from 'zod'
import type { Field, Spec } from '../field'
import { strangeIn } from '../strange-text'
import { tidy, tidyLines } from '../typed'

/** One line. Stored as typed: NFC, single spaces; capitals are a matter of printing. */
export const text = (spec: Spec): Field<string, 'text'> => ({
  ...spec,
  kind: 'text',
  schema: withPattern(spec, 200).refine((value) => tidy(value) === value, 'Bỏ khoảng trắng thừa.'),
  display: (answer) => answer,
  parse: (typed) => {
    const text = tidy(typed)
    return text === null || !spec.pattern ? text : asPattern(spec, spec.pattern, text)
  },
  toNational: (answer) => answer,
})

/** Several lines. */
export const longText = (spec: Spec): Field<string, 'longText'> => ({
  ...spec,
  kind: 'longText',
  schema: withPattern(spec, 4000).refine((value) => tidyLines(value) === value, 'Bỏ khoảng trắng thừa.'),
  display: (answer) => answer,
  parse: (typed) => tidyLines(typed),
  toNational: (answer) => answer,
})

/** Numbers that are names (CCCD, telephone, insurance) are often typed in groups, codes in small letters, telephones with +84. */
function asPattern(spec: Spec, pattern: RegExp, text: string): string {
  if (isDigits(spec)) {
    const digits = text.replace(/[\s.()-]/g, '')
    return (spec.telephone ? digits.replace(/^(?:\+|00)840?(?=[1-9]\d{8,9}$)/, '0') : digits) || text
  }
  const capitals = text.toUpperCase()
  return !pattern.test(text) && pattern.test(capitals) ? capitals : text
}

/** Text a clerk can read and a paper can print. */
export const readable = () =>
  z.string().refine((value) => strangeIn(value) === null, {
    error: ({ input }) => strangeIn(String(input)) ?? '',
    abort: true,
  })

/** A pattern says more than a length: where there is one, its own words come first. */
function withPattern(spec: Spec, longest: number) {
  const { maxLength: most = longest, pattern, patternHint = 'Không đúng dạng. Xem ví dụ dưới ô.' } = spec
  const wrong = (value: string) => spec.mistakes?.find((mistake) => mistake.pattern.test(value))?.hint
  const base = readable().min(1, 'Ghi nội dung hoặc để trống ô này.')
  const formed = pattern
    ? base.refine((value) => pattern.test(value), { error: ({ input }) => wrong(String(input)) ?? patternHint })
    : base
  return formed.max(most, `Ghi tối đa ${most} ký tự.`)
}

const isDigits = (spec: Spec) =>
  /^\^[\d\\({|0]/.test(spec.pattern?.source ?? '') && !/[A-Z]/.test(spec.pattern?.source ?? '')
