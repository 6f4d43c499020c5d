import 'server-only'
import { randomBytes } from 'node:crypto'
import { z } from 'zod'
import { CATALOGUE_VERSION, type RecordData } from '@/lib/catalogue'
import { recordLeaf } from '@/lib/documents/merkle'
import { DECLARATION, submission } from '@/lib/domain/record'
import { Refusal } from '@/lib/domain/refusal'
import type { Prisma } from '@/prisma/generated/client'
import { writeAudit } from '../audit'
import type { Call } from '../call'
import type { Tx } from '../db'
import { completed } from './completed'
import { dropHidden } from './drop-hidden'
import { confirmedBefore, findingsOf } from './findings'
import { loadRecord, type RecordFor } from './load'

export const SubmitRecord = z.object({
  recordId: z.uuid(),
  declared: z.boolean(),
  /** Keys of the warnings the person stands by; see `findingKey`. */
  confirmed: z.array(z.string().max(200)).max(200).optional(),
})
export const WithdrawSubmission = z.object({ recordId: z.uuid() })

/**
 * Makes the one immutable revision of what the draft says now, and its submission. An earlier one that nobody has
 * frozen for signing is superseded. Values behind a “Không” are not sent. Refuses while required answers are missing, and while a batch holds the record.
 */
export async function submitRecord({ transact, actor, input, now }: Call<z.output<typeof SubmitRecord>>) {
  return transact(async (tx) => {
    const loaded = await loadRecord(tx, actor, 'record.submit', input.recordId, { lock: true })
    await requireNotFrozen(tx, loaded.id)
    const record = await dropHidden(tx, actor, loaded, now)
    const newest = await standingRevision(tx, record)
    const approved = await revisionData(tx, record.approvedRevisionId)
    const { changes, confirmed } = submission({
      draft: record.draft,
      newest,
      approved,
      declared: input.declared,
      findings: await findingsOf(tx, actor, record),
      confirmed: [...(input.confirmed ?? []), ...(await confirmedBefore(tx, record.id))],
    })
    await tx.submission.updateMany({
      where: { recordId: record.id, state: { in: ['submitted', 'checked'] } },
      data: { state: 'superseded', decidedAt: now },
    })
    const version = record.revisionCount + 1
    const salt = randomBytes(16).toString('base64url')
    await tx.revision.create({
      data: {
        recordId: record.id,
        version,
        data: record.draft as Prisma.InputJsonValue,
        changes: changes as unknown as Prisma.InputJsonValue,
        salt,
        hash: recordLeaf({ recordId: record.id, version, salt, data: record.draft }),
        catalogueVersion: CATALOGUE_VERSION,
        declaration: DECLARATION,
        confirmed,
        byUserId: actor.userId,
        byName: actor.personName,
        at: now,
        submission: { create: { recordId: record.id, submittedAt: now } },
      },
    })
    await tx.record.update({
      where: { id: record.id },
      data: { revisionCount: version, hasUnsent: false, updatedAt: now },
    })
    await writeAudit(tx, actor, entryFor('record.submitted', record, { version, changes: changes.length }), now)
    return { version }
  })
}

/** Takes a submission back while nobody has checked it. The draft stays as it is. */
export async function withdrawSubmission({ transact, actor, input, now }: Call<z.output<typeof WithdrawSubmission>>) {
  return transact(async (tx) => {
    const record = await loadRecord(tx, actor, 'record.submit', input.recordId, { lock: true })
    const { count } = await tx.submission.updateMany({
      where: { recordId: record.id, state: 'submitted' },
      data: { state: 'superseded', decidedAt: now },
    })
    if (count === 0) throw new Refusal('submissionDecided', {})
    await tx.record.update({ where: { id: record.id }, data: { hasUnsent: true, updatedAt: now } })
    await writeAudit(tx, actor, entryFor('record.withdrawn', record, {}), now)
    return {}
  })
}

async function requireNotFrozen(tx: Tx, recordId: string) {
  const frozen = await tx.approvalItem.findFirst({
    where: { recordId, batch: { state: { in: ['frozen', 'waitingForRevocationCheck'] } }, kind: { not: 'unchanged' } },
    select: { batch: { select: { period: true, number: true } } },
  })
  if (frozen)
    throw new Refusal('frozenForSigning', { batch: `đợt ${frozen.batch.number} tháng ${frozen.batch.period}` })
}

/** What the draft must differ from: the revision under way, else the approved one. A returned or withdrawn one does not count. */
async function standingRevision(tx: Tx, record: RecordFor<'record.submit'>): Promise<RecordData | null> {
  const open = await tx.submission.findFirst({
    where: { recordId: record.id, state: { in: ['submitted', 'checked'] } },
    select: { revision: { select: { data: true } } },
  })
  return open ? completed(open.revision.data) : revisionData(tx, record.approvedRevisionId)
}

async function revisionData(tx: Tx, id: string | null): Promise<RecordData | null> {
  if (id === null) return null
  const row = await tx.revision.findUniqueOrThrow({ where: { id }, select: { data: true } })
  return completed(row.data)
}

const entryFor = (
  action: 'record.submitted' | 'record.withdrawn',
  record: RecordFor<'record.submit'>,
  detail: Record<string, number>,
) => ({
  action,
  subject: { type: 'record' as const, id: record.id, name: record.person.fullName },
  unitPath: record.person.unitPath,
  detail,
})
