import 'server-only'
import type { ApprovalWithdrawal } from '@/prisma/generated/client'
import { followRecords } from '../approvals/follow-records'
import { type Acting, writeAuditOfMany } from '../audit'
import type { Tx } from '../db'
import { emptyProjection, projectRevisions } from '../projection'
import type { WithdrawnPerson } from './people-to-withdraw'
import { withdrawDeliveries } from './withdraw-deliveries'

type Taken = { withdrawal: Pick<ApprovalWithdrawal, 'id' | 'number' | 'reason'>; people: WithdrawnPerson[]; now: Date }

/** Who signed, and who carries it out: the signer, or the worker when the authority has answered at last. */
type By = { acting: Acting; signer: { userId: string; personName: string } }

/** Everything that follows from a signed withdrawal, set by set: what stands approved, typed tables, outbox, the person's work, log. */
export async function takeBack(tx: Tx, { acting, signer }: By, { withdrawal, people, now }: Taken) {
  const revisionIds = people.map(({ revisionId }) => revisionId)
  await tx.withdrawnRevision.createMany({
    data: people.map(({ revisionId, recordId }) => ({ revisionId, recordId, withdrawalId: withdrawal.id, at: now })),
  })
  await tx.submission.updateMany({
    where: { revisionId: { in: revisionIds } },
    data: { state: 'returned', returned: [], decidedById: signer.userId, decidedBy: signer.personName, decidedAt: now },
  })
  // The newest version whose approval still holds stands again; of who has none, nothing does.
  const moved = await tx.$queryRaw<{ recordId: string; revisionId: string | null }[]>`
    UPDATE record SET approved_revision_id = earlier.id, has_unsent = TRUE
    FROM record AS old LEFT JOIN LATERAL (
      SELECT revision.id FROM revision JOIN submission ON submission.revision_id = revision.id
      WHERE revision.record_id = old.id AND submission.state = 'approved'
        AND NOT EXISTS (SELECT FROM withdrawn_revision w WHERE w.revision_id = revision.id)
      ORDER BY revision.version DESC LIMIT 1
    ) AS earlier ON TRUE
    WHERE old.id = record.id AND old.approved_revision_id = ANY(${revisionIds}::uuid[])
    RETURNING record.id AS "recordId", record.approved_revision_id AS "revisionId"`
  const again = moved.flatMap(({ revisionId }) => revisionId ?? [])
  await emptyProjection(
    tx,
    moved.filter(({ revisionId }) => revisionId === null).map(({ recordId }) => recordId),
  )
  await projectRevisions(tx, again)
  await followRecords(tx, again, { actor: acting, now })
  await withdrawDeliveries(tx, { revisionIds, again, now })
  const { number, reason } = withdrawal
  await writeAuditOfMany(
    tx,
    acting,
    people.map(({ recordId, name, unitPath, version }) => ({
      action: 'approval.withdrawn' as const,
      subject: { type: 'record' as const, id: recordId, name },
      unitPath,
      detail: { version, number, reason },
    })),
    now,
  )
}
