import { blocksOf } from './blocks'
import { type Circumstances, consequencesOf } from './consequences'
import type { Finding } from './finding'
import type { Operation } from './operation'
import type { Organisation } from './organisation'
import { planOperation } from './plan-operation'
import { apply, type RowChange } from './row-change'
import { treeFaults } from './tree-faults'

export type Rehearsal = { findings: Finding[]; changes: RowChange[] }

/** The operation as it would go, without doing it. While something blocks there are no changes. */
export function rehearse(
  organisation: Organisation,
  operation: Operation,
  circumstances: Circumstances,
  newId: () => string,
): Rehearsal {
  const blocks = blocksOf(organisation, operation)
  if (blocks.length > 0) return { findings: blocks, changes: [] }
  const changes = planOperation({ organisation, operation, today: circumstances.today, newId })
  // What no single rule foresaw: the tree must hold on every day.
  const known = new Set(treeFaults(organisation))
  if (treeFaults(apply(organisation, changes)).some((fault) => !known.has(fault))) {
    return { findings: [{ severity: 'block', code: 'treeBroken' }], changes: [] }
  }
  const findings = consequencesOf({ organisation, operation, changes }, circumstances)
  return { findings, changes: findings.some(({ severity }) => severity === 'block') ? [] : changes }
}
