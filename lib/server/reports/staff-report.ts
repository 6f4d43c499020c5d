import 'server-only'

import { type Actor, mayAnywhere, within } from '@/lib/domain/policy'
import { onDuty } from '@/lib/domain/reading'
import { Refusal } from '@/lib/domain/refusal'
import { type Counts, REPORT_PERMISSION, type StaffForm, staffForm } from '@/lib/domain/reports/staff-forms'
import { Prisma } from '@/prisma/generated/client'
import { db } from '../db'
import { sqlWithin } from '../within'
import { criteria } from './criteria'
import { readsOthers } from './reads-others'
import { type ReportUnit, type UnitRow, unitRows } from './report-units'
import { factsOf, unapprovedStaff } from './staff-facts'
import { yearOfUnits } from './year-of-units'

export type StaffRow = UnitRow<Counts> & { quota: number | null }

export type StaffReport = {
  form: StaffForm
  on: string
  focus: ReportUnit | null
  parentId: string | null
  rows: StaffRow[]
  sum: Counts
  sumQuota: number | null
  /** People of these categories of whom nothing was approved by then: in no figure. */
  unapproved: number
  /** The lists behind the figures may be seen. */
  linked: boolean
  /** Those of sensitive values too. */
  listsSensitive: boolean
  /** Figures of sensitive values are said whole. */
  readsSensitive: boolean
}

/**
 * A form of statistics as it stood on a day: the unit asked for with its own people, and each unit below it with everybody
 * under it. Throws `notFound` for a form that did not hold then, and out of reach.
 */
export async function staffReport(
  actor: Actor,
  code: string,
  on: string,
  focusId: string | null,
): Promise<StaffReport> {
  const form = staffForm(code, on)
  const permission = form && REPORT_PERMISSION[form.counts]
  if (!permission || !mayAnywhere(actor, permission)) throw new Refusal('notFound', {})
  const reach = within(actor, permission)
  if (form.province && reach !== 'everything' && reach !== 'nothing') throw new Refusal('notFound', {})
  const totals = reach === 'nothing'
  const where = totals ? Prisma.sql`TRUE` : sqlWithin(actor, permission)
  const [counted, [unapproved], quotas, units] = await Promise.all([
    countsByUnit(form, on, actor.today, where),
    form.counts === 'use'
      ? []
      : db.$queryRaw<{ count: number }[]>`
          SELECT count(*)::int AS count FROM ${unapprovedStaff(form, on, actor.today)} AND ${where}`,
    form.quota === null
      ? []
      : db.headcountQuota.findMany({ where: { year: Number(on.slice(0, 4)), kind: form.quota } }),
    unitRows(reach, on, focusId),
  ])
  const allotted = new Map(quotas.map(({ unitId, count }) => [unitId, count]))
  const rows = units.rows
    .map((row) => ({
      ...row,
      figures: sumOf(row.members.map((id) => counted.get(id) ?? {})),
      quota: quotaOf(row, allotted),
    }))
    .filter(({ figures, quota }) => Object.values(figures).some((count) => count > 0) || quota !== null)
  return {
    ...{ form, on, focus: units.focus, parentId: units.parentId, rows },
    sum: sumOf(rows.map(({ figures }) => figures)),
    sumQuota: rows.every(({ quota }) => quota === null) ? null : rows.reduce((sum, { quota }) => sum + (quota ?? 0), 0),
    unapproved: unapproved?.count ?? 0,
    linked: !totals,
    listsSensitive: readsOthers(onDuty(actor)),
    readsSensitive: readsOthers(actor),
  }
}

async function countsByUnit(form: StaffForm, on: string, today: string, where: Prisma.Sql) {
  const conditions = criteria(on, form.counts)
  const columns = form.columns.flatMap(({ key }) => {
    const condition = conditions[key]
    return condition ? [Prisma.sql`(count(*) FILTER (WHERE ${condition}))::int AS ${Prisma.raw(`"${key}"`)}`] : []
  })
  const rows = await db.$queryRaw<({ unitId: string } & Counts)[]>`
    SELECT f.unit_id AS "unitId", ${Prisma.join(columns)} FROM ${factsOf(form, on, today)} WHERE ${where} GROUP BY f.unit_id`
  const counted = new Map(rows.map(({ unitId, ...counts }) => [unitId, counts as Counts]))
  if (form.counts === 'use')
    for (const [unitId, figures] of await yearOfUnits(on)) counted.set(unitId, { ...counted.get(unitId), ...figures })
  return counted
}

const sumOf = (all: readonly Counts[]): Counts => {
  const sum: Record<string, number> = {}
  for (const counts of all) for (const [key, count] of Object.entries(counts)) sum[key] = (sum[key] ?? 0) + count
  return sum
}

/** What is allotted to the units of a row; null where nothing is. */
function quotaOf({ members }: { members: readonly string[] }, allotted: ReadonlyMap<string, number>): number | null {
  const counts = members.flatMap((id) => allotted.get(id) ?? [])
  return counts.length === 0 ? null : counts.reduce((sum, count) => sum + count, 0)
}

/** The day a report is asked of, kept within what is known. */
export const reportDay = (asked: string | null, today: string, usual: string) =>
  asked === null ? usual : asked > today ? today : asked
