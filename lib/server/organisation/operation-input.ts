import 'server-only'
import { z } from 'zod'
import { isRealDay } from '@/lib/catalogue/days'
import type { Into } from '@/lib/domain/organisation/operation'
import { typedText } from '@/lib/domain/typed-text'
import { isUnitCode } from '@/lib/domain/unit-tree'

const NO_DAY = 'Không có ngày này. Ghi đủ ngày/tháng/năm, ví dụ 01/07/2025.'
const code = z
  .string()
  .trim()
  .max(60, 'Ghi tối đa 60 ký tự.')
  .transform((typed) => typed || null)
  .nullable()

const when = {
  day: z.string().refine(isRealDay, NO_DAY),
  basis: typedText(200, 'Ghi số, ngày quyết định.'),
}
const codes = { agencyCode: code, legacyCode: code, nationalCode: code }
const name = typedText(255, 'Ghi tên đơn vị như trong quyết định.')

/** A unit as a decision founds it. */
const NewUnitInput = z.object({
  code: typedText(40, 'Ghi mã trong tỉnh, ví dụ thpt-sa-dec.').refine(
    isUnitCode,
    'Mã gồm chữ thường không dấu, chữ số và gạch nối, ví dụ thpt-sa-dec.',
  ),
  name,
  typeCode: z.string().min(1, 'Chọn loại đơn vị.').max(40),
  parentId: z.uuid().nullable(),
  ...codes,
})

/** One that exists, or one founded for it; written as one object, so that each field is told its own fault. */
const into = z
  .object({ unitId: z.uuid('Chọn đơn vị nhận.').optional(), unit: NewUnitInput.optional() })
  .transform(({ unitId, unit }, found): Into => {
    if (unit) return { unit }
    if (unitId) return { unitId }
    found.issues.push({ code: 'custom', message: 'Chọn đơn vị nhận.', path: ['unitId'], input: unitId })
    return z.NEVER
  })
const share = z.object({ into, personIds: z.array(z.uuid()).max(5000), unitIds: z.array(z.uuid()).max(500) })

export const OperationInput = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('create'), ...when, unit: NewUnitInput }),
  z.object({ kind: z.literal('rename'), ...when, unitId: z.uuid('Chọn đơn vị.'), name, ...codes }),
  z.object({
    ...{ kind: z.literal('move'), ...when, unitId: z.uuid('Chọn đơn vị.') },
    ...{
      parentId: z.uuid('Chọn đơn vị cấp trên mới.').nullable(),
      typeCode: z.string().min(1, 'Chọn loại đơn vị.'),
      agencyCode: code,
    },
  }),
  z.object({ kind: z.literal('close'), ...when, unitId: z.uuid('Chọn đơn vị.'), peopleTo: z.uuid().nullable() }),
  z.object({ kind: z.literal('merge'), ...when, unitIds: z.array(z.uuid()).max(200), into }),
  z.object({
    ...{ kind: z.literal('split'), ...when, unitId: z.uuid('Chọn đơn vị.'), closes: z.boolean() },
    shares: z.array(share).max(50),
  }),
])

export const RunInput = z.object({
  operation: OperationInput,
  /** What was rehearsed; see `digestOf`. Something else happening in between is told before it is done. */
  digest: z.string().length(64),
})
