import 'server-only'
import { dateColumn } from '@/lib/domain/calendar'
import type { Within } from '@/lib/domain/policy'
import { Refusal } from '@/lib/domain/refusal'
import { db } from '../db'

export type ReportUnit = { id: string; name: string; path: string; parentId: string | null; typeCode: string }

/** A unit of a report; `own`: its own people only. `members`: the units counted in the row. */
export type UnitRow<Figures> = { unit: ReportUnit; own: boolean; members: string[]; figures: Figures }

/**
 * The units as they were called and stood on a day, as rows of a report: the one asked for by itself, and each below it with
 * all below that. Throws `notFound` for a unit out of reach.
 */
export async function unitRows(reach: Within, on: string, focusId: string | null) {
  const units = await unitsOn(reach, on)
  const ids = new Set(units.map(({ id }) => id))
  const tops = units.filter(({ parentId }) => parentId === null || !ids.has(parentId))
  const sole = tops.length === 1 ? tops[0] : tops.find(({ typeCode }) => typeCode === 'UBND_TINH')
  const focus = focusId === null ? sole : units.find(({ id }) => id === focusId)
  if (focusId !== null && !focus) throw new Refusal('notFound', {})
  const below = units.filter(({ parentId }) => focus && parentId === focus.id)
  const others = focusId === null ? tops.filter(({ id }) => id !== focus?.id) : []
  const rowOf = (unit: ReportUnit) => ({ unit, own: false, members: membersOf(unit, units) })
  const rows = [...below, ...others].map(rowOf).sort((a, b) => a.unit.name.localeCompare(b.unit.name, 'vi'))
  return {
    focus: focus ?? null,
    parentId: units.find(({ id }) => id === focus?.parentId)?.id ?? null,
    rows: focus ? [{ unit: focus, own: true, members: [focus.id] }, ...rows] : rows,
  }
}

/** Itself and all below it, by the tree of that day. */
function membersOf(unit: ReportUnit, units: readonly ReportUnit[]): string[] {
  const children = units.filter(({ parentId }) => parentId === unit.id)
  return [unit.id, ...children.flatMap((child) => membersOf(child, units))]
}

async function unitsOn(reach: Within, on: string): Promise<ReportUnit[]> {
  const day = dateColumn(on)
  const paths = typeof reach === 'string' ? null : reach.unitPaths
  const versions = await db.unitVersion.findMany({
    where: {
      ...{ validFrom: { lte: day }, OR: [{ validUntil: null }, { validUntil: { gte: day } }] },
      ...(paths && { unit: { OR: paths.map((path) => ({ path: { startsWith: path } })) } }),
    },
    select: { unitId: true, name: true, typeCode: true, parentId: true, unit: { select: { path: true } } },
  })
  return versions.map(({ unitId, unit, ...version }) => ({ id: unitId, path: unit.path, ...version }))
}
