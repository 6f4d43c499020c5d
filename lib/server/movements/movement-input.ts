import 'server-only'
import { z } from 'zod'
import { isRealDay } from '@/lib/catalogue/days'
import { DECISION_MOST_BYTES } from '@/lib/domain/movements/decision-file'
import { MOVEMENT_KINDS } from '@/lib/domain/movements/movement-kinds'
import { typedText } from '@/lib/domain/typed-text'

export const day = z.string().refine(isRealDay, 'Không có ngày này. Ghi đủ ngày/tháng/năm, ví dụ 01/09/2026.')
const words = (most: number) => typedText(most).transform((text) => text || null)

/** A file travels as base64 text, a third longer than its bytes. */
export const decision = z
  .base64('Không đọc được tệp. Chọn lại tệp PDF.')
  .max(Math.ceil(DECISION_MOST_BYTES / 3) * 4, 'Tệp lớn hơn 5 MB. Quét lại ở độ phân giải thấp hơn.')
  .transform((text) => new Uint8Array(Buffer.from(text, 'base64')))

export const RecordMovement = z.object({
  personId: z.uuid(),
  kind: z.enum(MOVEMENT_KINDS, 'Chọn loại biến động.'),
  day,
  /** Number of the decision, and when it was signed. */
  basis: typedText(200, 'Ghi số quyết định.'),
  decidedOn: day,
  toUnitId: z.uuid('Chọn đơn vị nhận.').nullable().default(null),
  destination: words(255).default(null),
  reason: words(500).default(null),
  status: z.string().max(40).nullable().default(null),
  /** Last day of a secondment, where it is known. */
  until: day.nullable().default(null),
  /** What is under way goes along, or goes back to the person first. */
  openChanges: z.enum(['carry', 'settle']).default('carry'),
  file: decision.nullable().default(null),
  fileName: typedText(200).default(''),
})
