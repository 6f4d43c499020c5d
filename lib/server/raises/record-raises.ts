import 'server-only'
import { randomUUID } from 'node:crypto'
import type { z } from 'zod'
import { dateColumn, sayDay } from '@/lib/domain/calendar'
import type { Actor } from '@/lib/domain/policy'
import { againstRaise } from '@/lib/domain/raises/judge-raise'
import { noticeDayOf, retireOn } from '@/lib/domain/raises/retire-on'
import { Refusal } from '@/lib/domain/refusal'
import { addMonths } from '@/lib/domain/rules/day-arithmetic'
import { Prisma } from '@/prisma/generated/client'
import { writeAuditOfMany } from '../audit'
import type { Call } from '../call'
import type { Tx } from '../db'
import { requireMeritQuota } from './early-quota'
import { loadPay, type PaidPerson } from './load-pay'
import type { RecordRaises } from './raise-input'
import { settleRaises } from './settle-raises'

type Input = z.output<typeof RecordRaises>
type Asked = Input['people'][number]

/** How far ahead of its day a raise may be decided. */
const AHEAD_MONTHS = 12

/**
 * One decision on the pay of several people: whole or not at all. What is paid from today or before is written into the
 * records at once, the rest on its day. Throws `raiseRefused` with a sentence for everybody it may not be written of.
 */
export async function recordRaises({ transact, actor, input, now }: Call<Input>) {
  return transact(async (tx) => {
    const people = await lockPeople(tx, actor, input)
    const reasons = people.flatMap(([person, asked]) => {
      const against = judge(person, asked, input, actor.today)
      return against === null ? [] : [`${person.name}: ${against}`]
    })
    if (reasons.length > 0) throw new Refusal('raiseRefused', { reasons })
    await requireMeritQuota(tx, people)
    const { documentNo, decidedOn } = input
    const decision = await tx.raiseDecision.create({
      data: { documentNo, decidedOn: dateColumn(decidedOn), byUserId: actor.userId, byName: actor.personName, at: now },
      select: { id: true },
    })
    const raises = people.map(([person, asked]) => raiseOf(decision.id, person, asked))
    await tx.raise.createMany({ data: raises })
    await writeAuditOfMany(
      tx,
      actor,
      people.map(([{ recordId, name, unitPath }, { kind, effectiveOn }]) => ({
        action: 'raise.recorded' as const,
        subject: { type: 'record' as const, id: recordId, name },
        unitPath,
        detail: { decision: documentNo, kind, from: effectiveOn },
      })),
      now,
    )
    await settleRaises(tx, actor.today, now)
    return { decisionId: decision.id, count: raises.length }
  })
}

/** The people asked for, each with what is asked, their records held. Throws `raiseRefused` where one is not due or not in reach. */
async function lockPeople(tx: Tx, actor: Actor, { people }: Input): Promise<[PaidPerson, Asked][]> {
  const ids = people.map(({ personId }) => personId)
  await tx.$queryRaw`SELECT id FROM record WHERE person_id = ANY (${ids}::uuid[]) ORDER BY id FOR UPDATE`
  const until = addMonths(actor.today, AHEAD_MONTHS)
  const found = await loadPay(tx, actor, 'raise.record', { until, where: [Prisma.sql`p.id = ANY (${ids}::uuid[])`] })
  const byId = new Map(found.map((person) => [person.personId, person]))
  const chosen = people.flatMap((asked): [PaidPerson, Asked][] => {
    const person = byId.get(asked.personId)
    return person ? [[person, asked]] : []
  })
  if (chosen.length < people.length) throw new Refusal('raiseListChanged', { count: people.length - chosen.length })
  return chosen
}

function judge(person: PaidPerson, { kind, effectiveOn }: Asked, { decidedOn }: Input, today: string): string | null {
  if (decidedOn > today) return 'Ngày quyết định ở sau hôm nay.'
  if (effectiveOn > addMonths(today, AHEAD_MONTHS)) return `Ngày hưởng quá ${AHEAD_MONTHS} tháng kể từ hôm nay.`
  if (effectiveOn < person.raise.since) return `Ngày hưởng trước khi giữ mức hiện nay (${sayDay(person.raise.since)}).`
  if (!person.draftAgrees) return 'Bản nháp ghi lương khác bản đã duyệt. Xem và sửa mục Tiền lương trước.'
  const retires = kind === 'retirement' ? retireOn(person.born, person.gender) : null
  const noticeOn = retires && noticeDayOf(retires)
  return againstRaise(person.raise, { kind, effectiveOn, decidedOn, lastWasMerit: person.lastWasMerit, noticeOn })
}

function raiseOf(decisionId: string, person: PaidPerson, { kind, effectiveOn }: Asked): Prisma.RaiseCreateManyInput {
  const { raise, facts, personId, recordId, unitId } = person
  const retires = kind === 'retirement' ? retireOn(person.born, person.gender) : null
  return {
    ...{ id: randomUUID(), decisionId, personId, recordId, unitId, kind, rankCode: facts.rankCode },
    ...{ fromStep: raise.from.step, toStep: raise.to.step },
    ...{ fromCoefficient: raise.from.coefficient, toCoefficient: raise.to.coefficient },
    ...{ fromOverScale: raise.from.overScale, toOverScale: raise.to.overScale },
    ...{ effectiveOn: dateColumn(effectiveOn), dueOn: dateColumn(raise.dueOn) },
    noticeOn: retires && dateColumn(noticeDayOf(retires)),
  }
}
