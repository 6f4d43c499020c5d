import 'server-only'
import type { Verdict } from '@/lib/documents/pdf-signature/verdict'
import { batchSum } from '@/lib/domain/batch-sum'
import { isQuiet } from '@/lib/domain/exclusion-words'
import type { SignedAsk } from '@/lib/domain/lists/signed-list-spec'
import type { Actor } from '@/lib/domain/policy'
import { Refusal } from '@/lib/domain/refusal'
import { isUuid } from '@/lib/domain/uuid'
import { db } from '../db'
import { signedWithdrawals } from '../withdrawals/withdrawal-page'
import { isHeadOf, mayName, unitFor } from './batch-access'
import { ROWS_A_PAGE } from './batch-preview'
import { changedPeople } from './changed-people'
import { deliveryFigures, signedPeople } from './deliveries-of-batch'
import { nationalFaults } from './national-faults'
import type { ExcludedPerson } from './prepare-batch'

const SELECT = {
  id: true,
  unitId: true,
  kind: true,
  period: true,
  number: true,
  reason: true,
  state: true,
  count: true,
  root: true,
  excluded: true,
  preparedById: true,
  approverName: true,
  frozenAt: true,
  signedAt: true,
  closedAt: true,
  receivedAt: true,
  askAgainAt: true,
  verdict: true,
  certificate: { select: { subject: true, serial: true, issuer: true } },
  items: {
    select: {
      ...{ revisionId: true, kind: true, confirmed: true },
      revision: { select: { delivery: { select: { state: true } } } },
    },
  },
} as const

/** Everything the page of one batch shows, before and after signing. Throws `notFound` outside the actor's reach. */
export async function batchPage(
  actor: Actor,
  batchId: string,
  { page = 1, signed = FIRST }: { page?: number; signed?: Pick<SignedAsk, 'size' | 'cursor'> } = {},
) {
  const row = isUuid(batchId) ? await db.approvalBatch.findUnique({ where: { id: batchId }, select: SELECT }) : null
  if (!row) throw new Refusal('notFound', {})
  const unit = await unitFor(db, actor, 'batch.read', row.unitId)
  const { items, excluded: kept, preparedById, verdict, ...batch } = row
  const excluded = kept as unknown as ExcludedPerson[]
  const changing = items.filter(({ kind }) => kind !== 'unchanged')
  const range = { skip: (page - 1) * ROWS_A_PAGE, take: ROWS_A_PAGE }
  const ordered = await byName(changing)
  return {
    ...batch,
    unit: { id: unit.id, name: unit.name, path: unit.path },
    maySign: batch.state === 'frozen' && isHeadOf(actor, unit.id) && preparedById === actor.userId,
    mayWithdraw: batch.state === 'approved' && isHeadOf(actor, unit.id),
    withdrawals: await signedWithdrawals(db, batch.id),
    mayCancel: ['frozen', 'waitingForRevocationCheck'].includes(batch.state) && isHeadOf(actor, unit.id),
    sum: batchSum(items.map(withSent), excluded),
    changed: await changedPeople(
      db,
      ordered.slice(range.skip, range.skip + range.take),
      mayName(actor, unit),
      actor.today,
    ),
    /** Whom the ministry would refuse, while it is not signed yet. */
    faulty:
      batch.state === 'frozen'
        ? await nationalFaults(
            db,
            ordered.map(({ revisionId }) => revisionId),
            mayName(actor, unit),
            actor.today,
          )
        : [],
    excluded: excluded.filter((one) => !isQuiet(one)),
    verdict: verdict as unknown as Verdict | null,
    deliveries: batch.state === 'approved' ? await deliveryFigures(batch.id) : null,
    signed: batch.state === 'approved' ? await signedPeople(batch.id, signed) : null,
  }
}

const FIRST = { size: ROWS_A_PAGE, cursor: null }

const withSent = <Item extends { revision: { delivery: { state: string } | null } }>(item: Item) => ({
  ...item,
  sent: item.revision.delivery?.state === 'accepted',
})

async function byName<Item extends { revisionId: string }>(items: Item[]): Promise<Item[]> {
  const rows = await db.$queryRaw<{ id: string }[]>`
    SELECT revision.id FROM revision
    JOIN record ON record.id = revision.record_id JOIN person ON person.id = record.person_id
    WHERE revision.id = ANY(${items.map(({ revisionId }) => revisionId)}::uuid[])
    ORDER BY person.search_name, person.id`
  const known = new Map(items.map((item) => [item.revisionId, item]))
  return rows.flatMap(({ id }) => known.get(id) ?? [])
}
