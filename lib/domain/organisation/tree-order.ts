type Placed = { unitId: string; parentId: string | null; typeCode: string; name: string }

/** Units from the top down, each followed by those below it, with its depth; brothers by name. */
export function inTreeOrder<Unit extends Placed>(units: readonly Unit[]): (Unit & { depth: number })[] {
  const ids = new Set(units.map(({ unitId }) => unitId))
  const below = new Map<string | null, Unit[]>()
  for (const unit of units) {
    const parent = unit.parentId !== null && ids.has(unit.parentId) ? unit.parentId : null
    below.set(parent, [...(below.get(parent) ?? []), unit])
  }
  const walk = (parent: string | null, depth: number): (Unit & { depth: number })[] =>
    (below.get(parent) ?? [])
      .toSorted((a, b) => rank(a) - rank(b) || a.name.localeCompare(b.name, 'vi', { numeric: true }))
      .flatMap((unit) => [{ ...unit, depth }, ...walk(unit.unitId, depth + 1)])
  return walk(null, 0)
}

/** The province before the bodies beside it, its departments before districts and communes. */
const rank = ({ typeCode }: Placed) => {
  const at = ORDER.indexOf(typeCode)
  return at < 0 ? ORDER.length : at
}
const ORDER = [
  'UBND_TINH',
  'CQCM_TINH',
  'VP_DDBQH_HDND',
  'BQL_KKT',
  'VP_ATGT',
  'DVSN_UBND_TINH',
  'HOI_TINH',
  'UBND_HUYEN',
  'UBND_XA',
]
