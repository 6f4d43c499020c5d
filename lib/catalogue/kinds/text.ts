import { z } from 'zod'
import type { Field, Spec } from '../field'
import { tidy, tidyLines } from '../typed'

/** One line. Stored as typed: NFC, single spaces; capitals are a matter of printing. */
export const text = (spec: Spec): Field<string, 'text'> => ({
  ...spec,
  kind: 'text',
  schema: withPattern(spec, 200).refine((value) => tidy(value) === value, 'Bỏ khoảng trắng thừa.'),
  display: (answer) => answer,
  // Numbers that are names (CCCD, telephone, insurance) are often typed in groups.
  parse: (typed) => {
    const text = tidy(typed)
    return (spec.pattern && isDigits(spec) && text?.replace(/[\s.-]/g, '')) || text
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

/** A pattern says more than a length: where there is one, its own words come first. */
function withPattern(spec: Spec, longest: number) {
  const most = spec.maxLength ?? longest
  const base = z.string().min(1, 'Ghi nội dung hoặc để trống ô này.')
  const sized = (schema: typeof base) => schema.max(most, `Ghi tối đa ${most} ký tự.`)
  return spec.pattern
    ? sized(base.regex(spec.pattern, spec.patternHint ?? 'Không đúng dạng. Xem ví dụ dưới ô.'))
    : sized(base)
}

const isDigits = (spec: Spec) =>
  /^\^[\d\\({|0]/.test(spec.pattern?.source ?? '') && !/[A-Z]/.test(spec.pattern?.source ?? '')
