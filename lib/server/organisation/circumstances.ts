import 'server-only'
import type { Address } from '@/lib/catalogue/kinds/address'
import type { Circumstances, PersonStanding } from '@/lib/domain/organisation/consequences'
import type { QuotaKind } from '@/lib/domain/organisation/headcount'
import type { Operation } from '@/lib/domain/organisation/operation'
import type { Organisation } from '@/lib/domain/organisation/organisation'
import { hasEnded } from '@/lib/domain/organisation/place-ended'
import { codeLists } from '../code-lists/code-lists'
import type { Tx } from '../db'

type Row = {
  id: string
  category: string
  submitted: boolean
  toSend: boolean
  permanent: Address | null
  current: Address | null
}

/** What the tree does not know of the people an operation may touch: what is under way, and where they say they live. */
export async function circumstancesOf(
  tx: Tx,
  organisation: Organisation,
  operation: Operation,
  today: string,
): Promise<Circumstances> {
  const personIds = [...new Set(organisation.posting.map(({ personId }) => personId))]
  const rows = await tx.$queryRaw<Row[]>`
    SELECT p.id, p.person_category AS category,
      EXISTS (SELECT FROM submission s WHERE s.record_id = r.id AND s.state IN ('submitted', 'checked')) AS submitted,
      EXISTS (SELECT FROM delivery d WHERE d.record_id = r.id AND d.state IN ('waiting', 'sending', 'held', 'parked'))
        AS "toSend",
      r.draft -> 'identity' -> 'permanent_address' AS permanent, r.draft -> 'identity' -> 'current_address' AS current
    FROM person p LEFT JOIN record r ON r.person_id = p.id WHERE p.id = ANY(${personIds}::uuid[])`
  const batches = await tx.approvalBatch.findMany({
    where: { state: { in: ['frozen', 'waitingForRevocationCheck'] } },
    select: { unitId: true, period: true, number: true },
  })
  const quotas = await tx.headcountQuota.findMany({ where: { year: Number(operation.day.slice(0, 4)) } })
  return {
    today,
    people: new Map(rows.map((row) => [row.id, standingOf(row, operation.day)])),
    openBatches: batches.map(({ unitId, period, number }) => ({
      ...{ unitId, label: `đợt ${number} tháng ${period.split('-').reverse().join('/')}` },
    })),
    quotas: quotas.map(({ unitId, kind, count }) => ({ unitId, kind: kind as QuotaKind, count })),
    categories: new Map(rows.map(({ id, category }) => [id, category])),
  }
}

const standingOf = ({ submitted, toSend, permanent, current }: Row, day: string): PersonStanding => ({
  submitted,
  toSend,
  oldPlace: [permanent, current].some((place) => hasEnded(place, day, codeLists)),
})
