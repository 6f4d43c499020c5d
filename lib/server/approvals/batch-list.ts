import 'server-only'
import { type Actor, can, inForce } from '@/lib/domain/policy'
import { db } from '../db'
import { unitsWithin } from '../within'

/** Batches within the actor's reach, newest first, one page of them. */
export async function batchList(
  actor: Actor,
  { unitId, skip, take }: { unitId: string | null; skip: number; take: number },
) {
  const where = { unit: unitsWithin(actor, 'batch.read'), ...(unitId !== null && { unitId }) }
  const [total, rows] = await Promise.all([
    db.approvalBatch.count({ where }),
    db.approvalBatch.findMany({
      where,
      orderBy: [{ frozenAt: 'desc' }, { id: 'desc' }],
      skip,
      take,
      select: {
        id: true,
        kind: true,
        period: true,
        number: true,
        count: true,
        state: true,
        reason: true,
        approverName: true,
        closedAt: true,
        unit: { select: { name: true } },
      },
    }),
  ])
  return { total, rows }
}

/** The units whose month the page may show first: those the actor heads, then those the actor works for. */
export function ownUnits(actor: Actor): { id: string; name: string }[] {
  const grants = actor.grants.filter(
    (grant) =>
      inForce(grant, actor.today) &&
      OFFICES.includes(grant.role) &&
      can(actor, 'batch.read', { personId: null, unitPath: grant.unitPath }),
  )
  const byRank = grants.toSorted((a, b) => OFFICES.indexOf(a.role) - OFFICES.indexOf(b.role))
  return [...new Map(byRank.map(({ unitId, unitName }) => [unitId, { id: unitId, name: unitName }])).values()]
}

const OFFICES: readonly string[] = ['unitHead', 'recordsOfficer', 'unitAdmin']
