import 'server-only'
import { randomUUID } from 'node:crypto'
import type { z } from 'zod'
import { dateColumn } from '@/lib/domain/calendar'
import { isPdf } from '@/lib/domain/movements/decision-file'
import { MOVEMENTS } from '@/lib/domain/movements/movement-kinds'
import { planMovement } from '@/lib/domain/movements/plan-movement'
import { dayAfter } from '@/lib/domain/organisation/organisation'
import { postingFault } from '@/lib/domain/organisation/unit-days'
import { type Actor, can } from '@/lib/domain/policy'
import { Refusal } from '@/lib/domain/refusal'
import type { Prisma } from '@/prisma/generated/client'
import { writeAudit } from '../audit'
import type { Call } from '../call'
import type { Tx } from '../db'
import { spanOf } from '../organisation/read-organisation'
import { lockOrganisation, settleToday } from '../organisation/settle-today'
import { writeChanges } from '../organisation/write-changes'
import { fileStore } from '../storage/file-store'
import type { RecordMovement } from './movement-input'
import { settleMovements } from './settle-movements'
import { settleOpenChanges } from './settle-open-changes'
import { lockLife } from './working-life'

type Input = z.output<typeof RecordMovement>

/**
 * What happens in a working life, on a decision: whole or not at all. Dated ahead, it takes effect on its day; dated today
 * or before, at once. Throws `movementRefused` with every reason in words.
 */
export async function recordMovement({ transact, actor, input, now }: Call<Input>) {
  if (input.file && !isPdf(input.file)) throw new Refusal('decisionNotPdf', {}, { file: 'Tệp này không phải PDF.' })
  // Kept before rows are held; a file that nothing refers to is no harm.
  const file = input.file && (await fileStore('decisions').put(input.file))
  return transact(async (tx) => {
    await lockOrganisation(tx)
    const { person, life } = await lockLife(tx, actor, 'movement.record', input.personId)
    const wanted = { ...input, hasFile: file !== null }
    const { changes, status } = planMovement(life, wanted, actor.today, randomUUID)
    await requireUnit(tx, actor, input, changes.length > 0)
    const rule = MOVEMENTS[input.kind]
    if (person.record && (rule.toUnit || rule.to === 'gone'))
      await settleOpenChanges(tx, actor, person.record.id, rule.to === 'gone' ? 'settle' : input.openChanges, now)
    await writeChanges(tx, changes, now)
    const entry = {
      ...{ personId: person.id, kind: input.kind, day: dateColumn(input.day), basis: input.basis },
      ...{ decidedOn: dateColumn(input.decidedOn), fromUnitId: person.unitId },
      toUnitId: rule.toUnit ? input.toUnitId : null,
      destination: rule.destination ? input.destination : null,
      ...{ reason: input.reason, status, changes: changes as unknown as Prisma.InputJsonValue },
      ...(file && { fileSha256: file.sha256, fileName: input.fileName || 'quyet-dinh.pdf' }),
      ...{ byUserId: actor.userId, byName: actor.personName, at: now },
    }
    const { id } = await tx.movement.create({ data: entry, select: { id: true } })
    if (input.kind === 'second' && input.until !== null) await planReturn(tx, entry, input.until)
    const subject = { type: 'movement', id, name: person.fullName } as const
    const detail = { kind: input.kind, day: input.day, basis: input.basis }
    await writeAudit(tx, actor, { action: 'movement.recorded', subject, unitPath: person.unit.path, detail }, now)
    await settleToday(tx, actor.today, actor, now)
    await settleMovements(tx, actor.today, actor, now)
    return { movementId: id }
  })
}

/** Any unit of the province may receive from its first day on; a person who comes back, only one that the actor keeps. */
async function requireUnit(tx: Tx, actor: Actor, { kind, toUnitId, day }: Input, moves: boolean) {
  if (!MOVEMENTS[kind].toUnit || toUnitId === null) return
  const unit = await tx.unit.findUnique({ where: { id: toUnitId }, include: { versions: true } })
  const own = kind === 'transfer' || can(actor, 'movement.record', { personId: null, unitPath: unit?.path ?? '' })
  if (!unit?.isOpen || !own) {
    throw new Refusal(
      'outsideYourUnits',
      {},
      { toUnitId: 'Chọn một đơn vị đang hoạt động, thuộc phạm vi của Anh/Chị.' },
    )
  }
  const fault = moves ? postingFault(unit.versions.map(spanOf), day) : null
  if (fault !== null) throw new Refusal('movementRefused', { reasons: [fault] }, { day: fault })
}

/** A secondment with an end comes to it by itself. */
async function planReturn(tx: Tx, second: Prisma.MovementUncheckedCreateInput, until: string) {
  if (dateColumn(until) <= second.day) {
    const said = 'Ngày hết biệt phái phải sau ngày bắt đầu. Xem lại hai ngày này.'
    throw new Refusal('movementRefused', { reasons: [said] }, { until: said })
  }
  const { destination: _, fileSha256: __, fileName: ___, ...rest } = second
  const data = { ...rest, kind: 'return', day: dateColumn(dayAfter(until)), status: MOVEMENTS.return.status }
  await tx.movement.create({ data: { ...data, changes: [] }, select: { id: true } })
}
