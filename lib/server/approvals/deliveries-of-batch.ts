import 'server-only'
import type { ItemKind } from '@/lib/domain/batch'
import type { SignedAsk } from '@/lib/domain/lists/signed-list-spec'
import type { DeliveryState } from '@/lib/domain/push'
import { Prisma } from '@/prisma/generated/client'
import { db } from '../db'
import { listPage } from '../lists/list-page'

const { sql } = Prisma

export type DeliveryFigures = { queued: number; sent: number; waiting: number; accepted: number; stuck: number }

/** How far the newly approved versions of a batch have come; `stuck` needs somebody. Whose category is not sent does not count. */
export async function deliveryFigures(batchId: string): Promise<DeliveryFigures> {
  const rows = await db.$queryRaw<{ state: DeliveryState; count: number }[]>`
    SELECT delivery.state::text AS state, count(*)::int AS count
    FROM approval_item AS item JOIN delivery ON delivery.revision_id = item.revision_id
    WHERE item.batch_id = ${batchId}::uuid AND item.kind <> 'unchanged' GROUP BY delivery.state`
  const of = (...states: DeliveryState[]) =>
    rows.filter(({ state }) => states.includes(state)).reduce((sum, { count }) => sum + count, 0)
  const [waiting, sent] = [of('waiting', 'sending'), of('accepted', 'refused', 'superseded')]
  const stuck = of('refused', 'parked', 'held')
  return { queued: waiting + sent + of('parked', 'held'), sent, waiting, accepted: of('accepted'), stuck }
}

export type SignedPerson = {
  recordId: string
  name: string
  kind: ItemKind
  confirmed: boolean
  version: number
  state: DeliveryState | null
  /** The approval was taken back. */
  withdrawn: boolean
}

/** Person by person: what was approved, and where it is. Those with something new come first. */
export const signedPeople = (batchId: string, { size, cursor }: Pick<SignedAsk, 'size' | 'cursor'>) =>
  listPage<SignedPerson>({
    select: sql`item.record_id AS "recordId", p.full_name AS name, item.kind::text AS kind, item.confirmed, item.version,
      delivery.state::text AS state,
      EXISTS (SELECT FROM withdrawn_revision w WHERE w.revision_id = item.revision_id) AS withdrawn`,
    from: sql`approval_item AS item JOIN record ON record.id = item.record_id JOIN person p ON p.id = record.person_id
      LEFT JOIN delivery ON delivery.revision_id = item.revision_id`,
    where: [sql`item.batch_id = ${batchId}::uuid`],
    lead: { sql: sql`(item.kind = 'unchanged')::int`, type: 'int' },
    tie: [
      { sql: sql`p.search_name`, type: 'text' },
      { sql: sql`p.id`, type: 'uuid' },
    ],
    ...{ down: false, size, cursor },
  })
