import 'server-only'
import { z } from 'zod'
import { dateColumn } from '@/lib/domain/calendar'
import { Refusal } from '@/lib/domain/refusal'
import { typedText } from '@/lib/domain/typed-text'
import { writeAudit } from '../audit'
import type { Call } from '../call'
import { day } from '../movements/movement-input'
import { isTaken } from '../unique-taken'
import { loadLeaving } from './load-leaving'

export const RecordReceipt = z.object({
  handoverId: z.uuid(),
  documentNo: typedText(200, 'Ghi số biên bản giao nhận.'),
  receivedOn: day,
  receivedBy: typedText(255, 'Ghi người nhận và cơ quan của người đó.'),
})

/** Both sides have signed the minutes of a package. Once; afterwards the transfer stands. */
export const recordReceipt = ({ transact, actor, input, now }: Call<z.output<typeof RecordReceipt>>) =>
  transact(async (tx) => {
    const { handoverId, documentNo, receivedOn, receivedBy } = input
    const handover = await tx.dataHandover.findUnique({ where: { id: handoverId }, select: { movementId: true } })
    if (!handover) throw new Refusal('notFound', {})
    const { id, person, fromUnit } = await loadLeaving(tx, actor, handover.movementId)
    const fault = receivedOn > actor.today ? 'Ngày giao nhận ở sau hôm nay. Xem lại ngày.' : null
    if (fault) throw new Refusal('movementRefused', { reasons: [fault] }, { receivedOn: fault })
    await tx.dataHandoverReceipt
      .create({
        data: {
          ...{ handoverId, documentNo, receivedOn: dateColumn(receivedOn), receivedBy },
          ...{ byName: actor.personName, at: now },
        },
        select: { handoverId: true },
      })
      .catch((error) => {
        throw isTaken(error, 'handover') ? new Refusal('receiptRecorded', {}) : error
      })
    const subject = { type: 'movement', id, name: person.fullName } as const
    const detail = { document: documentNo, receivedBy }
    await writeAudit(tx, actor, { action: 'handover.receipted', subject, unitPath: fromUnit.path, detail }, now)
  })
