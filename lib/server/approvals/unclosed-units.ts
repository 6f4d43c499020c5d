import 'server-only'
import { inApprovalWindow } from '@/lib/domain/approval-window'
import { dateColumn } from '@/lib/domain/calendar'
import { type Actor, inForce, within } from '@/lib/domain/policy'
import { db } from '../db'
import { groupsOf, loadApprovers, unitOf } from './approvers'

/**
 * Units whose head is to approve somebody and has not closed this month (`2026-10`) by signature (Quy chế, Điều 12), largest first.
 * Who came after the month counts for nothing: it was closed, or not, without them.
 */
async function unclosedUnits(actor: Actor, period: string) {
  const [approvers, groups, closed] = await Promise.all([
    loadApprovers(db, actor.today),
    groupsOf(db, dateColumn(dayAfterMonth(period))),
    db.approvalBatch.findMany({
      where: { period, kind: 'monthly', state: 'approved' },
      select: { unitId: true },
      distinct: ['unitId'],
    }),
  ])
  const done = new Set(closed.map(({ unitId }) => unitId))
  const people = new Map<string, number>()
  for (const group of groups) {
    const unitId = unitOf(approvers.ofGroup(group))
    if (unitId !== null && !done.has(unitId)) people.set(unitId, (people.get(unitId) ?? 0) + group.people)
  }
  return [...people]
    .flatMap(([unitId, count]) => {
      const unit = approvers.unit(unitId)
      return unit?.isOpen ? [{ unitId, name: unit.name, path: unit.path, people: count }] : []
    })
    .sort((a, b) => b.people - a.people || a.name.localeCompare(b.name, 'vi'))
}

/** Those of them within reach of the overview, under this path: overdue from the first day of the next month. */
export async function overdueWithin(actor: Actor, period: string, path: string | null) {
  const reach = within(actor, 'overview.read')
  const paths = typeof reach === 'string' ? [''] : reach.unitPaths
  const units = await unclosedUnits(actor, period)
  return units.filter((unit) => paths.some((one) => unit.path.startsWith(one)) && unit.path.startsWith(path ?? ''))
}

/** In the last days of the month: the units over which this actor holds the role and whose month is still open. */
export async function unclosedOwnUnits(actor: Actor, role: 'unitHead' | 'recordsOfficer') {
  if (!inApprovalWindow(actor.today)) return []
  const own = actor.grants.filter((grant) => grant.role === role && inForce(grant, actor.today))
  if (own.length === 0) return []
  const units = await unclosedUnits(actor, actor.today.slice(0, 7))
  return units.filter(({ unitId }) => own.some((grant) => grant.unitId === unitId))
}

/** `2026-11` of a day in December. */
export function monthBefore(day: string): string {
  const first = dateColumn(`${day.slice(0, 7)}-01`)
  first.setUTCMonth(first.getUTCMonth() - 1)
  return first.toISOString().slice(0, 7)
}

function dayAfterMonth(period: string): string {
  const first = dateColumn(`${period}-01`)
  first.setUTCMonth(first.getUTCMonth() + 1)
  return first.toISOString().slice(0, 10)
}
