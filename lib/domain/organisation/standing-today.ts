import { pathUnder } from '../unit-tree'
import { isInForce, type Organisation, type UnitVersion } from './organisation'

/** A unit as today sees it: what lists, permissions and messages go by. */
export type StandingToday = Omit<UnitVersion, 'id' | 'from' | 'until' | 'basis'> & { path: string; isOpen: boolean }

/**
 * Where every unit stands today. Permission goes by the path of today. A unit that has ended stands below the one its
 * business went to, so that the successor reads what it left; one without a successor stays under its last parent, one
 * that is yet to come under its first.
 */
export function standingToday({ unit, version, link }: Organisation, today: string): StandingToday[] {
  const shown = new Map(
    unit.map(({ id }) => [
      id,
      shownToday(
        version.filter((one) => one.unitId === id),
        today,
      ),
    ]),
  )
  const codes = new Map(unit.map(({ id, code }) => [id, code]))
  const paths = new Map<string, string>()
  const pathOf = (unitId: string, below: readonly string[]): string | null => {
    const known = paths.get(unitId)
    if (known) return known
    const version = shown.get(unitId)
    // What would stand below itself stands at the top: nobody's subtree widens by a fault in the data.
    if (!version || below.includes(unitId)) return null
    const heir = isInForce(version, today) ? undefined : heirOf(unitId, version)
    const above = heir ?? version.parentId
    const path = pathUnder(above === null ? null : pathOf(above, [...below, unitId]), codes.get(unitId) ?? unitId)
    paths.set(unitId, path)
    return path
  }
  const heirOf = (unitId: string, { until }: UnitVersion) =>
    until === null
      ? undefined
      : link
          .filter((one) => one.predecessorId === unitId && one.day > until)
          .map(({ successorId }) => successorId)
          .sort()[0]
  return [...shown].flatMap(([unitId, version]) => {
    if (!version) return []
    const { id, from, until, basis, ...said } = version
    return [
      {
        ...said,
        path: pathOf(unitId, []) ?? pathUnder(null, codes.get(unitId) ?? unitId),
        isOpen: isInForce(version, today),
      },
    ]
  })
}

/** The page in force; else the last before today; else the first to come. */
function shownToday(versions: readonly UnitVersion[], today: string): UnitVersion | undefined {
  const inOrder = [...versions].sort((a, b) => a.from.localeCompare(b.from))
  return inOrder.find((one) => isInForce(one, today)) ?? inOrder.findLast(({ from }) => from <= today) ?? inOrder[0]
}
