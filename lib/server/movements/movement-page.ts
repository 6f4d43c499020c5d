import 'server-only'
import { fromDateColumn } from '@/lib/domain/calendar'
import { isMovementKind, MOVEMENTS } from '@/lib/domain/movements/movement-kinds'
import { REPORT_WITHIN, urgencyOf, workingDaysAfter } from '@/lib/domain/movements/working-days'
import { dayBefore } from '@/lib/domain/organisation/organisation'
import { type Actor, can } from '@/lib/domain/policy'
import { Refusal } from '@/lib/domain/refusal'
import { writeAudit } from '../audit'
import type { Call } from '../call'
import { codeLists } from '../code-lists/code-lists'
import { db } from '../db'
import { approvedBy } from '../records/printed-form'
import { workSight } from '../records/sight'
import { fileStore, readStored } from '../storage/file-store'
import { loadMovement } from './load-movement'
import { referrersOf } from './undo-movement'
import { workingCalendar } from './working-calendar'

/** Everything the page of one movement shows. Throws `notFound` out of reach. */
export async function movementPage(actor: Actor, id: string) {
  const movement = await loadMovement(db, actor, 'movement.read', id)
  const { person, fromUnit, kind, report } = movement
  if (kind === 'undo') throw new Refusal('notFound', {})
  const mayRecord =
    person.id !== actor.personId &&
    [fromUnit.path, person.unit.path].some((unitPath) => can(actor, 'movement.record', { personId: null, unitPath }))
  const standing = movement.undoneBy === null
  const reported = isMovementKind(kind) && MOVEMENTS[kind].reported === true
  const calendar = reported ? await workingCalendar(db) : []
  const due = workingDaysAfter(movement.decidedOn, REPORT_WITHIN, calendar)
  const sentOn = report && fromDateColumn(report.sentOn)
  return {
    ...movement,
    statusLabel: codeLists('trang-thai-cong-tac').find(({ code }) => code === movement.status)?.label ?? null,
    hasFile: movement.fileSha256 !== null,
    report: reported
      ? { due, sentOn, documentNo: report?.documentNo ?? null, urgency: urgencyOf(due, sentOn, actor.today, calendar) }
      : null,
    mayReport: mayRecord && standing && reported && report === null,
    /** Why it cannot be taken back; null for who may not anyway. */
    referrers: mayRecord && standing ? await referrersOf(db, movement) : null,
    readsPast: person.record !== null && readsThen(actor, movement),
  }
}

type Moved = { person: { id: string }; fromUnit: { path: string } }
const readsThen = (actor: Actor, { person, fromUnit }: Moved) =>
  can(actor, 'record.read', { personId: person.id, unitPath: fromUnit.path })

/**
 * The record as it was approved by the last day in the unit it left: the sending unit stays its reader up to that day, no
 * further. Throws `notFound` out of reach.
 */
export async function recordUpTo(actor: Actor, id: string) {
  const movement = await loadMovement(db, actor, 'movement.read', id)
  const { person, fromUnit } = movement
  const sight = workSight(actor, { personId: person.id, unitPath: fromUnit.path })
  if (!sight || !person.record || movement.undoneBy !== null) throw new Refusal('notFound', {})
  const on = dayBefore(movement.day)
  const item = await approvedBy(person.record.id, on)
  return {
    ...{ person, fromUnit, on, sight, recordId: person.record.id },
    past: item && { version: item.version, data: sight.document(item.revision.data) },
  }
}

/** The decision itself, for who may see the movement; the log keeps who took it. */
export async function decisionFile({ transact, actor, input, now }: Call<{ movementId: string }>) {
  const { id, fileSha256, fileName, person, basis } = await loadMovement(db, actor, 'movement.read', input.movementId)
  if (fileSha256 === null) throw new Refusal('notFound', {})
  const bytes = await readStored(fileStore('decisions'), fileSha256)
  const subject = { type: 'movement', id, name: `quyết định ${basis} của ${person.fullName}` } as const
  await transact((tx) =>
    writeAudit(tx, actor, { action: 'document.downloaded', subject, unitPath: person.unit.path }, now),
  )
  return { bytes, name: fileName ?? 'quyet-dinh.pdf' }
}
