import { z } from 'zod'
import type { Field, Spec } from '../field'
import { tidy } from '../typed'
import { readable } from './text'

/**
 * A place in the words of the paper, and its code where it is known. The key of a place is its code and the day
 * its list began: communes before and after 01/07/2025 share codes.
 */
export type Address = { text: string; code: string | null; listValidFrom: string | null }

export const address = (spec: Spec): Field<Address, 'address'> => ({
  ...spec,
  kind: 'address',
  schema: z.strictObject({
    text: readable()
      .min(1, 'Ghi địa danh như trong giấy tờ.')
      .max(spec.maxLength ?? 255, 'Ghi tối đa 255 ký tự.'),
    code: z.string().max(10).nullable(),
    listValidFrom: z.iso.date().nullable(),
  }),
  display: (answer) => answer.text,
  parse: (typed) => {
    if (typed !== null && typeof typed === 'object') {
      const { text, code, listValidFrom } = typed as Partial<Record<keyof Address, unknown>>
      const words = tidy(text)
      return words === null ? null : { text: words, code: tidy(code), listValidFrom: tidy(listValidFrom) }
    }
    const words = tidy(typed)
    return words === null ? null : { text: words, code: null, listValidFrom: null }
  },
  toNational: (answer) => answer.text,
  inList: (answer, lists) => {
    if (answer.code === null || spec.codeList === undefined) return null
    const known = lists(spec.codeList).some(
      (entry) => entry.code === answer.code && entry.validFrom === answer.listValidFrom,
    )
    return known ? null : 'Mã địa danh không có trong danh mục. Chọn lại xã, phường trong danh sách gợi ý.'
  },
})
