import { randomUUID } from 'node:crypto'
import type { RecordData } from '@/lib/catalogue'
import { manifestBytes, manifestSha256 } from '@/lib/documents/manifest'
import { db } from '@/lib/server/db'
import type { Revision, Unit } from '@/prisma/generated/client'
import { aManifest } from '../documents/a-manifest'
import { aSubmission } from './builders'
import { aCompleteDraft } from './complete-draft'

/** A version with this telephone in a signed batch of its own, closed at that instant. */
export async function anApproval(
  unit: Unit,
  person: { recordId: string; fullName: string },
  phone: string,
  closedAt: string,
  state: 'approved' | 'frozen' | 'cancelled' = 'approved',
) {
  const { person: whose } = await db.record.findUniqueOrThrow({
    where: { id: person.recordId },
    select: { person: { select: { citizenId: true } } },
  })
  const data: RecordData = aCompleteDraft({ fullName: person.fullName, citizenId: whose.citizenId, unit })
  data.identity.phone = phone
  const { revision } = await aSubmission(person.recordId, 'approved', data)
  await aBatchOf(unit, revision, closedAt, state)
}

/** A batch of this one revision, signed and closed at that instant unless it is in another state. */
export async function aBatchOf(
  unit: Unit,
  revision: Revision,
  closedAt: string,
  state: 'approved' | 'frozen' | 'cancelled' = 'approved',
) {
  const manifest = aManifest()
  await db.approvalBatch.create({
    data: {
      unitId: unit.id,
      kind: 'monthly',
      period: closedAt.slice(0, 7),
      number: 1 + (await db.approvalBatch.count({ where: { unitId: unit.id, period: closedAt.slice(0, 7) } })),
      state,
      manifest: Buffer.from(manifestBytes(manifest)).toString('utf8'),
      manifestSha256: manifestSha256(manifest),
      root: manifest.root,
      count: 1,
      preparedById: randomUUID(),
      approverName: 'Lê Hoàng Nam',
      frozenAt: new Date(closedAt),
      closedAt: state === 'frozen' ? null : new Date(closedAt),
      items: {
        create: {
          recordId: revision.recordId,
          revisionId: revision.id,
          version: revision.version,
          leaf: revision.hash,
          kind: 'changed',
        },
      },
    },
  })
}
