import 'server-only'
import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { Refusal } from '@/lib/domain/refusal'
import { Prisma } from '@/prisma/generated/client'
import { writeAudit } from '../audit'
import type { Call } from '../call'
import { loadUnit } from '../units/unit-tree'
import { sqlWithin } from '../within'
import { whoAsks } from './check-now'
import { sqlQuestionHash } from './question-hash'

export const AskUnit = z.object({
  unitId: z.uuid('Chọn đơn vị.'),
  purpose: z.string().max(40),
  /** Also those whose values were already found to match. */
  again: z.boolean().default(false),
})

/** Puts everybody of a unit in the queue of questions, in one statement; answers how many. */
export async function askUnit({ transact, actor, input, now }: Call<z.output<typeof AskUnit>>): Promise<number> {
  const unit = await loadUnit(actor, 'population.check', input.unitId)
  const { officerCode } = await whoAsks(actor, input.purpose)
  const id = randomUUID()
  const by = { byUserId: actor.userId, byName: actor.personName }
  return transact(async (tx) => {
    const campaign = {
      id,
      unitId: unit.id,
      unitPath: unit.path,
      unitName: unit.name,
      purpose: input.purpose,
      ...by,
      at: now,
    }
    const people = await tx.$queryRaw<{ recordId: string }[]>`
      SELECT r.id AS "recordId" FROM record r JOIN person p ON p.id = r.person_id JOIN unit u ON u.id = p.unit_id
      WHERE starts_with(u.path, ${unit.path}) AND ${sqlWithin(actor, 'population.check')}
        AND ${HASH} IS NOT NULL AND NOT EXISTS (SELECT FROM population_request q WHERE q.record_id = r.id)
        AND (${input.again} OR NOT EXISTS (
          SELECT FROM population_check c WHERE c.record_id = r.id AND c.input_sha256 = ${HASH} AND c.result <> 'error'))`
    if (people.length === 0) throw new Refusal('nobodyToAskAbout', {})
    await tx.populationCampaign.create({ data: { ...campaign, people: people.length } })
    await tx.$executeRaw`
      INSERT INTO population_request (record_id, of_approved, campaign_id, purpose, officer_code, by_user_id, by_name, due_at)
      SELECT id, FALSE, ${id}::uuid, ${input.purpose}, ${officerCode}, ${actor.userId}::uuid, ${actor.personName}, ${now}
      FROM unnest(${people.map(({ recordId }) => recordId)}::uuid[]) AS id ON CONFLICT (record_id) DO NOTHING`
    const subject = { type: 'unit', id: unit.id, name: unit.name } as const
    const detail = { people: people.length, purpose: input.purpose }
    await writeAudit(tx, actor, { action: 'population.asked', subject, unitPath: unit.path, detail }, now)
    return people.length
  })
}

const HASH = sqlQuestionHash(Prisma.sql`r.draft`)
