import 'server-only'
import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { type Actor, can, type Subject } from '@/lib/domain/policy'
import { askedIdentity } from '@/lib/domain/population/asked-identity'
import { purposesOn } from '@/lib/domain/population/purposes'
import { Refusal } from '@/lib/domain/refusal'
import type { Call } from '../call'
import { db } from '../db'
import { completed } from '../records/completed'
import { populationLine, populationProfile } from './installation'
import { keepResult } from './keep-result'
import { askedToday } from './quota'

export const CheckNow = z.object({ recordId: z.uuid(), purpose: z.string().max(40) })

/** Asks about one person at once, in the name of whoever asks. */
export async function checkNow({ transact, actor, input, now }: Call<z.output<typeof CheckNow>>) {
  const record = await db.record.findUnique({
    where: { id: input.recordId },
    select: {
      id: true,
      draft: true,
      person: { select: { id: true, fullName: true, unit: { select: { path: true } } } },
    },
  })
  const subject: Subject | null = record && { personId: record.person.id, unitPath: record.person.unit.path }
  if (!record || !subject || !can(actor, 'population.check', subject)) throw new Refusal('notFound', {})
  const { profile, officerCode } = await whoAsks(actor, input.purpose)
  const data = completed(record.draft)
  const identity = askedIdentity(data)
  if (!identity) throw new Refusal('populationIncomplete', {})
  if ((await askedToday(db, now)) >= profile.quotaPerDay)
    throw new Refusal('populationQuota', { most: profile.quotaPerDay })
  const requestNo = randomUUID()
  // The other side is asked before any row is held.
  const answer = await populationLine(profile).ask({ requestNo, officerCode, identity })
  const asked = {
    record: { id: record.id, name: record.person.fullName, unitPath: record.person.unit.path },
    ...{ identity, data, requestNo, officerCode, purpose: input.purpose },
    by: { userId: actor.userId, name: actor.personName },
  }
  return transact(async (tx) => {
    const result = await keepResult(tx, asked, answer, actor, now)
    await tx.populationRequest.deleteMany({ where: { recordId: record.id, claimedBy: null } })
    return { result, cause: answer.kind === 'trouble' ? answer.cause : null }
  })
}

/** The profile, and as whom the other side knows this account. Refuses where there is none, or for another purpose than the law names. */
export async function whoAsks(actor: Actor, purpose: string) {
  const profile = populationProfile()
  if (!profile) throw new Refusal('populationNotConfigured', {})
  if (!purposesOn(actor.today).some(({ code }) => code === purpose)) throw new Refusal('populationPurpose', {})
  const user = await db.user.findUnique({ where: { id: actor.userId }, select: { username: true } })
  const officerCode = user && profile.officers[user.username]
  if (!officerCode) throw new Refusal('populationNoOfficer', {})
  return { profile, officerCode }
}
