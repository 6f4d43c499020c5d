import type { NewUnit, Operation } from './operation'
import { sayFinding } from './operation-words'
import { type Organisation, versionOn } from './organisation'
import { rehearse } from './rehearse'
import { apply, type RowChange } from './row-change'
import type { LineFault, UnitLine } from './unit-list'

/**
 * A list of units as foundings, upper ones first, each judged with those before it already there. With a fault anywhere
 * nothing is imported.
 */
export function importUnits(
  organisation: Organisation,
  lines: readonly UnitLine[],
  { day, basis, newId }: { day: string; basis: string; newId: () => string },
): { changes: RowChange[]; faults: LineFault[] } {
  const changes: RowChange[] = []
  const faults: LineFault[] = []
  let grown = organisation
  let waiting = [...lines]
  while (waiting.length > 0) {
    const known = new Map(grown.unit.map(({ id, code }) => [code, id]))
    const ready = waiting.filter(({ parentCode }) => parentCode === null || known.has(parentCode))
    if (ready.length === 0) return { changes, faults: [...faults, ...waiting.map(orphan)] }
    for (const line of ready) {
      const operation = foundingOf(line, known.get(line.parentCode ?? '') ?? null, { day, basis })
      const { findings, changes: founding } = rehearse(grown, operation, NOBODY_MOVES, newId)
      const tree = grown
      const nameOf = (id: string) => versionOn(tree, id, day)?.name ?? id
      for (const finding of findings.filter(({ severity }) => severity === 'block')) {
        faults.push({ line: line.line, column: '', sentence: sayFinding(finding, nameOf, day) })
      }
      changes.push(...founding)
      grown = apply(grown, founding)
    }
    waiting = waiting.filter((line) => !ready.includes(line))
  }
  return { changes, faults }
}

const NOBODY_MOVES = { today: '', people: new Map(), openBatches: [], quotas: [], categories: new Map() }

const orphan = ({ line, parentCode }: UnitLine): LineFault => ({
  ...{ line, column: 'Mã cấp trên' },
  sentence: `Không có đơn vị mã “${parentCode}” trong cây hoặc ở dòng nào lập được.`,
})

function foundingOf(line: UnitLine, parentId: string | null, when: { day: string; basis: string }): Operation {
  const { code, name, typeCode, agencyCode, legacyCode, nationalCode } = line
  const unit: NewUnit = { code, name, typeCode, parentId, agencyCode, legacyCode, nationalCode }
  return { kind: 'create', ...when, unit }
}
