import 'server-only'
import { z } from 'zod'
import { type Actor, mayAnywhere, within } from '@/lib/domain/policy'
import { Refusal } from '@/lib/domain/refusal'
import { typedText } from '@/lib/domain/typed-text'
import { Prisma } from '@/prisma/generated/client'
import { writeAudit } from '../audit'
import { type Call, transact } from '../call'
import { db, type Tx } from '../db'
import { sqlUnitsWithin } from '../within'
import { blockedByProof } from './blocked'
import { provePaper } from './prove-papers'
import { type Mismatch, requireProven } from './prove-records'

const { sql } = Prisma
const NIGHT = { personName: 'Tiến trình nền' }

/** Notes what is not as it was signed and holds what waits to be sent of it. A mismatch that stands already is not told again. */
export async function raiseIncidents(mismatches: readonly Mismatch[], now: Date): Promise<number> {
  for (const mismatch of mismatches) await transact((tx) => raise(tx, mismatch, now))
  return mismatches.length
}

async function raise(tx: Tx, { batchId, recordId, version, expected, found }: Mismatch, now: Date) {
  const raised = await tx.$executeRaw`
    INSERT INTO proof_incident (id, batch_id, record_id, version, expected, found, found_at)
    VALUES (gen_random_uuid(), ${batchId}::uuid, ${recordId}::uuid, ${version}, ${expected}, ${found}, ${now})
    ON CONFLICT DO NOTHING`
  if (raised === 0) return
  await tx.$executeRaw`
    UPDATE delivery AS d SET state = 'held', reason_code = 'proofFailed', settled_at = NULL
    WHERE d.state IN ('waiting', 'refused', 'parked', 'held') AND ${blockedByProof(sql`d.record_id`, sql`d.revision_id`)}`
  const batch = await tx.approvalBatch.findUniqueOrThrow({
    where: { id: batchId },
    select: { period: true, unit: { select: { name: true, path: true } } },
  })
  const subject =
    recordId === null
      ? ({ type: 'batch', id: batchId, name: batch.unit.name } as const)
      : ({ type: 'record', id: recordId, name: await nameOf(tx, recordId) } as const)
  const detail = { period: batch.period, version, expected, found }
  await writeAudit(tx, NIGHT, { action: 'proof.failed', subject, unitPath: batch.unit.path, detail }, now)
}

const nameOf = async (tx: Tx, recordId: string) =>
  (await tx.record.findUnique({ where: { id: recordId }, select: { person: { select: { fullName: true } } } }))?.person
    .fullName ?? ''

export const CloseProofIncident = z.object({
  incidentId: z.uuid(),
  reason: typedText(500, 'Ghi nguyên nhân và đã khôi phục thế nào.'),
})

/** Once what is stored is what was signed again, the incident ends and what was held goes on its way. Throws `proofStillFails` before. */
export async function closeProofIncident({ transact, actor, input, now }: Call<z.output<typeof CloseProofIncident>>) {
  const named = sql`i.id = ${input.incidentId}::uuid`
  const [about] = await openIncidents(db, actor, named)
  if (!about) throw new Refusal('notFound', {})
  // The paper is judged before rows are held.
  if (about.recordId === null && (await provePaper(about.batchId))) throw new Refusal('proofStillFails', {})
  return transact(async (tx) => {
    const [incident] = await openIncidents(tx, actor, named)
    if (!incident) throw new Refusal('notFound', {})
    await requireProven(tx, incident)
    await tx.proofIncident.update({
      where: { id: incident.id },
      data: { closedAt: now, closedBy: actor.personName, closeReason: input.reason },
    })
    await tx.$executeRaw`
      UPDATE delivery AS d SET state = 'waiting', reason_code = NULL, due_at = clock_timestamp()
      WHERE d.state = 'held' AND d.reason_code = 'proofFailed'
        AND NOT ${blockedByProof(sql`d.record_id`, sql`d.revision_id`)}`
    const subject = { type: 'batch', id: incident.batchId, name: incident.name ?? incident.unitName } as const
    const entry = { action: 'proof.restored', subject, unitPath: incident.unitPath } as const
    await writeAudit(tx, actor, { ...entry, detail: { reason: input.reason } }, now)
  })
}

type Open = {
  id: string
  batchId: string
  recordId: string | null
  version: number | null
  name: string | null
  unitName: string
  unitPath: string
  period: string
  foundAt: Date
}

function openIncidents(tx: Tx, actor: Actor, which: Prisma.Sql): Promise<Open[]> {
  return tx.$queryRaw<Open[]>`
    SELECT i.id, i.batch_id AS "batchId", i.record_id AS "recordId", i.version, p.full_name AS name, u.name AS "unitName",
      u.path AS "unitPath", b.period, i.found_at AS "foundAt"
    FROM proof_incident i JOIN approval_batch b ON b.id = i.batch_id JOIN unit u ON u.id = b.unit_id
    LEFT JOIN record r ON r.id = i.record_id LEFT JOIN person p ON p.id = r.person_id
    WHERE i.closed_at IS NULL AND ${sqlUnitsWithin(actor, 'incident.record')} AND ${which}
    ORDER BY i.found_at DESC, i.id LIMIT 100`
}

/** For who looks after incidents: what stands open in reach, and what the last night looked at. */
export async function proofStanding(actor: Actor) {
  if (!mayAnywhere(actor, 'incident.record')) throw new Refusal('notFound', {})
  const [open, night] = await Promise.all([
    openIncidents(db, actor, sql`TRUE`),
    db.proofRun.findFirst({ where: { endedAt: { not: null } }, orderBy: { day: 'desc' } }),
  ])
  // How much was looked at in the whole province is for who looks after all of it.
  return { open, night: within(actor, 'incident.record') === 'everything' ? night : null }
}
