import 'server-only'
import type { Selection } from '@/lib/domain/batch'
import type { Actor } from '@/lib/domain/policy'
import { Refusal } from '@/lib/domain/refusal'
import type { Prisma } from '@/prisma/generated/client'
import { writeAudit } from '../audit'
import type { Tx } from '../db'
import { type Standing, standingOf } from './approval-statement'
import type { BatchUnit } from './batch-access'
import type { UnitPerson } from './candidates'

type Freeze = {
  actor: Actor
  unit: BatchUnit
  batch: Prisma.ApprovalBatchUncheckedCreateInput & { id: string; count: number }
  standing: Standing
  selection: Selection<UnitPerson>
  now: Date
}

/** Locks and judges again what the paper says, then writes the batch. Throws `batchChanged` when anything is otherwise. */
export async function freeze(tx: Tx, { actor, unit, batch, standing, selection, now }: Freeze) {
  // One head at a time: the second waits here and then sees the first one's batch.
  await tx.$queryRaw`SELECT id FROM unit WHERE id = ${unit.id}::uuid FOR NO KEY UPDATE`
  const { batches, previous } = await standingOf(tx, {
    ...{ unitId: unit.id, kind: batch.kind, period: batch.period, today: actor.today },
  })
  if (batches !== standing.batches || previous?.id !== standing.previous?.id) throw new Refusal('batchChanged', {})
  const open = await tx.approvalBatch.count({
    where: { unitId: unit.id, state: { in: ['frozen', 'waitingForRevocationCheck'] } },
  })
  if (open > 0) throw new Refusal('batchChanged', {})
  await requireAsRead(tx, selection)
  await tx.approvalBatch.create({ data: batch })
  await writeItems(tx, batch.id, selection)
  await writeAudit(
    tx,
    actor,
    {
      action: 'batch.frozen',
      subject: { type: 'batch', id: batch.id, name: unit.name },
      unitPath: unit.path,
      detail: { kind: batch.kind, period: batch.period, count: batch.count, excluded: selection.excluded.length },
    },
    now,
  )
}

/** Records first, submissions after them: the order in which a person's own submitting locks them. */
async function requireAsRead(tx: Tx, { included }: Selection<UnitPerson>) {
  const records = included.flatMap(({ person }) => person.recordId ?? [])
  await tx.$queryRaw`SELECT id FROM record WHERE id = ANY(${records}::uuid[]) ORDER BY id FOR UPDATE`
  const [changing, standing] = [ids(included, false), ids(included, true)]
  const checked = await tx.$queryRaw<unknown[]>`
    SELECT id FROM submission WHERE revision_id = ANY(${changing}::uuid[]) AND state = 'checked' ORDER BY id FOR UPDATE`
  const approved = await tx.record.count({ where: { approvedRevisionId: { in: standing } } })
  if (checked.length !== changing.length || approved !== standing.length) throw new Refusal('batchChanged', {})
}

async function writeItems(tx: Tx, batchId: string, { included }: Selection<UnitPerson>) {
  await tx.$executeRaw`
    INSERT INTO approval_item (id, batch_id, record_id, revision_id, version, leaf, kind, confirmed)
    SELECT gen_random_uuid(), ${batchId}::uuid, revision.record_id, revision.id, revision.version, revision.hash,
      item.kind::"ApprovalItemKind", item.confirmed
    FROM unnest(${included.map(({ revisionId }) => revisionId)}::uuid[], ${included.map(({ kind }) => kind)}::text[],
      ${included.map(({ kind, person }) => kind === 'unchanged' && person.confirmed)}::boolean[])
      AS item(revision_id, kind, confirmed)
    JOIN revision ON revision.id = item.revision_id`
  await tx.$executeRaw`
    UPDATE submission SET state = 'frozen' WHERE revision_id = ANY(${ids(included, false)}::uuid[])`
}

const ids = (included: Selection<UnitPerson>['included'], unchanged: boolean) =>
  included.filter(({ kind }) => (kind === 'unchanged') === unchanged).map(({ revisionId }) => revisionId)
