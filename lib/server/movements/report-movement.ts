import 'server-only'
import { z } from 'zod'
import { dateColumn } from '@/lib/domain/calendar'
import { isMovementKind, MOVEMENTS } from '@/lib/domain/movements/movement-kinds'
import { Refusal } from '@/lib/domain/refusal'
import { typedText } from '@/lib/domain/typed-text'
import { writeAudit } from '../audit'
import type { Call } from '../call'
import { isTaken } from '../unique-taken'
import { loadMovement } from './load-movement'
import { day } from './movement-input'

export const ReportMovement = z.object({
  movementId: z.uuid(),
  documentNo: typedText(200, 'Ghi số văn bản báo cáo.'),
  sentOn: day,
})

/** The unit has told the department of home affairs of a reception or a transfer out (Quy chế, Điều 22 khoản 5). */
export const reportMovement = ({ transact, actor, input, now }: Call<z.output<typeof ReportMovement>>) =>
  transact(async (tx) => {
    const movement = await loadMovement(tx, actor, 'movement.record', input.movementId)
    const { kind, person, undoneBy, id } = movement
    if (!isMovementKind(kind) || !MOVEMENTS[kind].reported) throw new Refusal('notFound', {})
    if (undoneBy !== null) throw new Refusal('movementUndone', {})
    const fault = input.sentOn > actor.today ? 'Ngày gửi ở sau hôm nay. Xem lại ngày.' : null
    if (fault) throw new Refusal('movementRefused', { reasons: [fault] }, { sentOn: fault })
    const { documentNo, sentOn } = input
    await tx.movementReport
      .create({
        data: { movementId: id, documentNo, sentOn: dateColumn(sentOn), byName: actor.personName, at: now },
        select: { movementId: true },
      })
      .catch((error) => {
        throw isTaken(error, 'movement_report') ? new Refusal('movementReported', {}) : error
      })
    const subject = { type: 'movement', id, name: person.fullName } as const
    const detail = { document: documentNo, sentOn }
    await writeAudit(tx, actor, { action: 'movement.reported', subject, unitPath: person.unit.path, detail }, now)
  })
