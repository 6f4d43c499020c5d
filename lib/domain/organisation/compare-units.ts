import { plain } from '@/lib/catalogue/code-list'
import type { UnitLine } from './unit-list'

export type LocalUnit = { id: string; name: string; agencyCode: string | null; nationalCode: string | null }

type Line = Pick<UnitLine, 'line' | 'name' | 'agencyCode' | 'nationalCode'>

export type Comparison = {
  same: number
  missingHere: Line[]
  missingThere: LocalUnit[]
  differing: { local: LocalUnit; national: Line; what: ('name' | 'agencyCode' | 'nationalCode')[] }[]
}

/**
 * Our open units against the ministry's list. Two are one by the ministry's code, else by the e-identifier, else by a
 * name that only one on either side has.
 */
export function compareUnits(locals: readonly LocalUnit[], lines: readonly Line[]): Comparison {
  const left = new Set(locals)
  const pairs = new Map<Line, LocalUnit>()
  const match = (is: (local: LocalUnit, line: Line) => boolean) => {
    for (const line of lines) {
      if (pairs.has(line)) continue
      const found = [...left].filter((local) => is(local, line))
      const rivals = lines.filter((other) => !pairs.has(other) && found[0] && is(found[0], other))
      if (found.length !== 1 || rivals.length !== 1 || !found[0]) continue
      pairs.set(line, found[0])
      left.delete(found[0])
    }
  }
  match((local, line) => local.nationalCode !== null && local.nationalCode === line.nationalCode)
  match((local, line) => local.agencyCode !== null && local.agencyCode === line.agencyCode)
  match((local, line) => plain(local.name) === plain(line.name))
  const compared = [...pairs].map(([national, local]) => ({ local, national, what: differences(local, national) }))
  return {
    same: compared.filter(({ what }) => what.length === 0).length,
    missingHere: lines.filter((line) => !pairs.has(line)),
    missingThere: [...left],
    differing: compared.filter(({ what }) => what.length > 0),
  }
}

/** A code the list does not give is no difference. */
function differences(local: LocalUnit, national: Line) {
  const what: Comparison['differing'][number]['what'] = []
  if (plain(local.name) !== plain(national.name)) what.push('name')
  if (national.agencyCode !== null && local.agencyCode !== national.agencyCode) what.push('agencyCode')
  if (national.nationalCode !== null && local.nationalCode !== national.nationalCode) what.push('nationalCode')
  return what
}
