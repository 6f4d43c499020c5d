import 'server-only'
import { plain } from '@/lib/catalogue/code-list'
import { dateColumn, fromDateColumn } from '@/lib/domain/calendar'
import { overBy, type QuotaKind, usedOf } from '@/lib/domain/organisation/headcount'
import { dayBefore, daysOfChange } from '@/lib/domain/organisation/organisation'
import { inTreeOrder } from '@/lib/domain/organisation/tree-order'
import type { Actor } from '@/lib/domain/policy'
import { db } from '../db'
import { unitsWithin } from '../within'

/** The units in reach as they stood on that day, in the order of the tree, with the people they had that day. */
export async function treeOn(
  actor: Actor,
  day: string,
  { search, skip, take }: { search: string; skip: number; take: number },
) {
  const on = dateColumn(day)
  const inForce = { validFrom: { lte: on }, OR: [{ validUntil: null }, { validUntil: { gte: on } }] }
  const [versions, people, quotas] = await Promise.all([
    db.unitVersion.findMany({
      where: { ...inForce, unit: unitsWithin(actor, 'tree.read') },
      omit: { validFrom: true, validUntil: true },
      include: { unit: { select: { code: true } } },
    }),
    peopleOn(day),
    db.headcountQuota.findMany({ where: { year: Number(day.slice(0, 4)) } }),
  ])
  const words = plain(search)
  const rows = inTreeOrder(versions)
    .filter(({ name, unit }) => words === '' || plain(name).includes(words) || unit.code.includes(words))
    .map(({ unit, ...version }) => {
      const categories = people.get(version.unitId) ?? []
      const allotted = quotas.filter(({ unitId }) => unitId === version.unitId)
      const used = usedOf(
        categories,
        allotted.map(({ kind, count }) => ({ kind: kind as QuotaKind, count })),
      )
      const over = used.reduce((sum, one) => sum + overBy(one), 0)
      return { ...version, code: unit.code, people: categories.length, over, depth: words === '' ? version.depth : 0 }
    })
  return {
    total: rows.length,
    people: rows.reduce((sum, row) => sum + row.people, 0),
    rows: rows.slice(skip, skip + take),
  }
}

/** Categories of the people each unit had on that day. */
export async function peopleOn(day: string, unitId: string | null = null): Promise<Map<string, string[]>> {
  const rows = await db.$queryRaw<{ unitId: string; category: string; count: number }[]>`
    SELECT posting.unit_id AS "unitId", person.person_category AS category, count(*)::int AS count
    FROM posting JOIN person ON person.id = posting.person_id
    WHERE posting.valid_from <= ${dateColumn(day)}
      AND (posting.valid_until IS NULL OR posting.valid_until >= ${dateColumn(day)})
      AND (${unitId}::uuid IS NULL OR posting.unit_id = ${unitId}::uuid)
    GROUP BY posting.unit_id, person.person_category`
  const byUnit = new Map<string, string[]>()
  for (const { unitId, category, count } of rows) {
    byUnit.set(unitId, [...(byUnit.get(unitId) ?? []), ...Array<string>(count).fill(category)])
  }
  return byUnit
}

/** Where the slider stops: each day on which the tree changed, the day before it, and today. */
export async function daysToShow(actor: Actor): Promise<string[]> {
  const spans = await db.unitVersion.findMany({
    where: { unit: unitsWithin(actor, 'tree.read') },
    distinct: ['validFrom', 'validUntil'],
    select: { validFrom: true, validUntil: true },
  })
  const changes = daysOfChange(
    spans.map(({ validFrom, validUntil }) => ({
      ...{ from: fromDateColumn(validFrom), until: validUntil && fromDateColumn(validUntil) },
    })),
  )
  const first = changes[0] ?? actor.today
  const stops = [...changes, ...changes.map(dayBefore), actor.today].filter((day) => day >= first)
  return [...new Set(stops)].sort()
}
