import 'server-only'
import type { z } from 'zod'
import { fromDateColumn } from '@/lib/domain/calendar'
import { type Actor, can, mayAnywhere } from '@/lib/domain/policy'
import type { RaiseState } from '@/lib/domain/raises/raise-words'
import type { RaiseKind } from '@/lib/domain/raises/raised'
import { Refusal } from '@/lib/domain/refusal'
import { isUuid } from '@/lib/domain/uuid'
import type { Prisma } from '@/prisma/generated/client'
import { writeAudit } from '../audit'
import type { Call } from '../call'
import { codeLists } from '../code-lists/code-lists'
import { db } from '../db'
import { sqlUnitsWithin } from '../within'
import type { CancelRaise } from './raise-input'

/** The newest are shown; older ones are found from the person's record. */
const DECISIONS_SHOWN = 20

export type DecisionLine = {
  id: string
  documentNo: string
  decidedOn: string
  byName: string
  at: Date
  count: number
  open: number
}

/** Decisions that raise somebody within reach, newest first, and how many of theirs are not approved yet. */
export async function raiseDecisions(actor: Actor): Promise<DecisionLine[]> {
  if (!mayAnywhere(actor, 'raise.read')) throw new Refusal('notFound', {})
  return db.$queryRaw<DecisionLine[]>`
    SELECT d.id, d.document_no AS "documentNo", d.decided_on::text AS "decidedOn", d.by_name AS "byName", d.at,
      count(*)::int AS count, (count(*) FILTER (WHERE g.state = 'waiting' OR g.state IN ('checked', 'draft')
        AND NOT (cv.salary_step >= g.to_step AND coalesce(cv.over_scale_percent, 0) >= g.to_over_scale)))::int AS open
    FROM raise_decision d JOIN raise g ON g.decision_id = d.id JOIN person p ON p.id = g.person_id
      JOIN unit u ON u.id = p.unit_id LEFT JOIN cv ON cv.record_id = g.record_id
    WHERE ${sqlUnitsWithin(actor, 'raise.read')}
    GROUP BY d.id ORDER BY d.at DESC LIMIT ${DECISIONS_SHOWN}`
}

export type RaiseLine = {
  id: string
  recordId: string
  name: string
  unitName: string
  kind: RaiseKind
  rank: string
  from: { step: number; coefficient: string; overScale: number }
  to: { step: number; coefficient: string; overScale: number }
  effectiveOn: string
  dueOn: string
  state: RaiseState
  mayCancel: boolean
}

/** One decision with the people of it that are within reach. Throws `notFound` where there are none. */
export async function raiseDecision(actor: Actor, id: string) {
  const decision = isUuid(id) ? await db.raiseDecision.findUnique({ where: { id }, include: { raises: RAISES } }) : null
  const lines = (decision?.raises ?? []).flatMap((raise): RaiseLine[] => {
    const { person, record, kind, rankCode } = raise
    const subject = { personId: person.id, unitPath: person.unit.path }
    if (!can(actor, 'raise.read', subject)) return []
    const pay = (step: number, coefficient: unknown, overScale: number) => ({
      step,
      coefficient: Number(coefficient).toFixed(2),
      overScale,
    })
    const to = pay(raise.toStep, raise.toCoefficient, raise.toOverScale)
    const { salary_step: step, over_scale_percent: percent } = record.cv ?? {}
    const official = (step ?? 0) >= to.step && (percent ?? 0) >= to.overScale
    const state = raise.state as RaiseState
    const written = state === 'checked' || state === 'draft'
    return [
      {
        ...{ id: raise.id, recordId: raise.recordId, name: person.fullName, unitName: person.unit.name },
        ...{ kind: kind as RaiseKind, rank: rankOf(rankCode), to },
        from: pay(raise.fromStep, raise.fromCoefficient, raise.fromOverScale),
        ...{ effectiveOn: fromDateColumn(raise.effectiveOn), dueOn: fromDateColumn(raise.dueOn) },
        state: written && official ? 'approved' : state,
        mayCancel: state === 'waiting' && can(actor, 'raise.record', subject) && person.id !== actor.personId,
      },
    ]
  })
  if (!decision || lines.length === 0) throw new Refusal('notFound', {})
  const { documentNo, byName, at } = decision
  return { id, documentNo, decidedOn: fromDateColumn(decision.decidedOn), byName, at, lines }
}

const RAISES = {
  orderBy: [{ person: { searchName: 'asc' } }, { id: 'asc' }] as Prisma.RaiseOrderByWithRelationInput[],
  include: {
    person: { select: { id: true, fullName: true, unit: { select: { name: true, path: true } } } },
    record: { select: { cv: { select: { salary_step: true, over_scale_percent: true } } } },
  },
} as const satisfies Prisma.RaiseDecision$raisesArgs

const rankOf = (code: string) => {
  const entry = codeLists('ngach-cong-chuc + chuc-danh-nghe-nghiep').find((one) => one.code === code)
  return entry ? `${entry.label} (${code})` : code
}

/** Takes one person out of a decision before the day it is paid from. Throws `raiseSettled` once it is in the record. */
export const cancelRaise = ({ transact, actor, input, now }: Call<z.output<typeof CancelRaise>>) =>
  transact(async (tx) => {
    const raise = await tx.raise.findUnique({
      where: { id: input.raiseId },
      include: { decision: true, person: { include: { unit: true } } },
    })
    const subject = raise && { personId: raise.person.id, unitPath: raise.person.unit.path }
    if (!raise || !subject || !can(actor, 'raise.record', subject)) throw new Refusal('notFound', {})
    if (raise.personId === actor.personId) throw new Refusal('ownRecord', {})
    const { count } = await tx.raise.updateMany({
      where: { id: raise.id, state: 'waiting' },
      data: { state: 'cancelled', settledAt: now },
    })
    if (count === 0) throw new Refusal('raiseSettled', {})
    await writeAudit(
      tx,
      actor,
      {
        action: 'raise.cancelled',
        subject: { type: 'record', id: raise.recordId, name: raise.person.fullName },
        unitPath: raise.person.unit.path,
        detail: { decision: raise.decision.documentNo, reason: input.reason },
      },
      now,
    )
    return {}
  })
