import { z } from 'zod'
import type { Field, Spec } from '../field'
import { tidy } from '../typed'

export const integer = (spec: Spec): Field<number, 'integer'> => ({
  ...spec,
  kind: 'integer',
  schema: z
    .int('Ghi một số nguyên.')
    .min(spec.min ?? 0, `Số nhỏ nhất là ${spec.min ?? 0}.`)
    .max(spec.max ?? 100_000, `Số lớn nhất là ${spec.max ?? 100_000}.`),
  display: (answer) => String(answer),
  parse: (typed) => readWhole(typed),
  toNational: (answer) => String(answer),
})

/** Kept as text so that 4.68 stays 4.68 in hash, signature and message; shown with the Vietnamese comma. */
export const decimal = (spec: Spec): Field<string, 'decimal'> => ({
  ...spec,
  kind: 'decimal',
  schema: z
    .string()
    .regex(/^(0|[1-9]\d{0,7})(\.\d{1,3})?$/, 'Ghi một số, phần lẻ sau dấu phẩy, ví dụ 4,68.')
    .regex(spec.pattern ?? /./, spec.patternHint ?? 'Không đúng dạng. Xem ví dụ dưới ô.')
    .refine((value) => Number(value) >= (spec.min ?? 0), `Số nhỏ nhất là ${say(spec.min ?? 0)}.`)
    .refine((value) => Number(value) <= (spec.max ?? 99_999_999), `Số lớn nhất là ${say(spec.max ?? 99_999_999)}.`),
  display: (answer) => answer.replace('.', ','),
  parse: (typed) => {
    const text = tidy(typed)
    const read =
      text !== null && /^\d+,\d+( ?%)?$|^\d+(\.\d+)? ?%$/.test(text) ? text.replace(/ ?%$/, '').replace(',', '.') : text
    return read === null || spec.decimals === undefined ? read : padded(read, spec.decimals)
  },
  toNational: (answer) => answer,
})

/** `4.6` → `4.60`, as the tables write it; more figures than that are left for the schema to refuse. */
function padded(number: string, decimals: number) {
  const [whole = '', part = ''] = number.split('.')
  return /^\d+(\.\d+)?$/.test(number) && part.length < decimals ? `${whole}.${part.padEnd(decimals, '0')}` : number
}

/** Whole đồng. */
export const money = (spec: Spec): Field<number, 'money'> => ({
  ...spec,
  kind: 'money',
  schema: z
    .int('Ghi số tiền bằng đồng, không có phần lẻ.')
    .min(spec.min ?? 0, `Số tiền ít nhất là ${grouped(spec.min ?? 0)} đồng.`)
    .max(spec.max ?? 999_999_999_999, 'Số tiền quá lớn. Xem lại số chữ số 0.'),
  display: (answer) => grouped(answer),
  parse: (typed) => readWhole(typed),
  toNational: (answer) => String(answer),
})

/** `12.500.000`, `12 500 000` or `12500000`; what is not a number comes back as typed. */
function readWhole(typed: unknown): unknown {
  const text = tidy(typed)
  if (text === null) return null
  const digits = text.replace(/[\s.](?=\d{3}(\D|$))/g, '').replace(/\s?(đ|đồng)$/iu, '')
  return /^-?\d{1,15}$/.test(digits) ? Number(digits) : text
}

const grouped = (amount: number) => String(amount).replace(/\B(?=(\d{3})+$)/g, '.')
const say = (bound: number) => String(bound).replace('.', ',')
