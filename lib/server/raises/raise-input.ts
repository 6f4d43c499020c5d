import 'server-only'
import { z } from 'zod'
import { RAISE_KINDS } from '@/lib/domain/raises/raised'
import { typedText } from '@/lib/domain/typed-text'
import { day } from '../movements/movement-input'

/** One decision holds so many people; a longer list is written in parts. */
const MOST_PEOPLE = 200

export const RecordRaises = z.object({
  documentNo: typedText(60, 'Ghi số quyết định.'),
  decidedOn: day,
  people: z
    .array(z.object({ personId: z.uuid(), kind: z.enum(RAISE_KINDS), effectiveOn: day }))
    .min(1, 'Chọn ít nhất một người.')
    .max(MOST_PEOPLE, `Mỗi lần ghi nhiều nhất ${MOST_PEOPLE} người.`)
    .refine(
      (people) => new Set(people.map(({ personId }) => personId)).size === people.length,
      'Có người được chọn hai lần.',
    ),
})

export const CancelRaise = z.object({ raiseId: z.uuid(), reason: typedText(500, 'Ghi lý do bỏ.') })
