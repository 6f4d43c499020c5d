import type { Finding, WarningCode } from './finding'
import { overBy, type Quota, usedOf } from './headcount'
import { type Operation, unitsEnded } from './operation'
import { isInForce, laterOf, type Organisation, reaches, versionOn } from './organisation'
import { movesOf } from './plan-operation'
import { apply, changesOf, type RowChange } from './row-change'

/** What the tree does not know and the rehearsal must say. */
export type Circumstances = {
  today: string
  people: ReadonlyMap<string, PersonStanding>
  /** Batches waiting for a signature. */
  openBatches: readonly { unitId: string; label: string }[]
  /** Of the year of the operation's day. */
  quotas: readonly Quota[]
  /** Categories of everybody whom a receiving unit has or gets; by person. */
  categories: ReadonlyMap<string, string>
}

export type PersonStanding = {
  /** A submission waits to be checked. */
  submitted: boolean
  /** An approved version waits to be sent. */
  toSend: boolean
  /** The record names a dwelling place that is no longer one on the operation's day. */
  oldPlace: boolean
}

export type Rehearsed = { organisation: Organisation; operation: Operation; changes: readonly RowChange[] }

/** What follows from the operation, beyond the rows it changes. A batch in the middle of signing blocks; the rest warns. */
export function consequencesOf(rehearsed: Rehearsed, circumstances: Circumstances): Finding[] {
  const { operation, changes } = rehearsed
  const after = apply(rehearsed.organisation, changes)
  const moved = [...new Set(movesOf(changes).map(({ personId }) => personId))]
  const count = (has: (standing: PersonStanding) => boolean) =>
    moved.filter((id) => has(circumstances.people.get(id) ?? NOTHING)).length
  return [
    ...openBatches(rehearsed, circumstances),
    ...rolesEnding(changes),
    ...orphans(rehearsed, after, circumstances.today),
    ...warn(
      'submissionsFollow',
      count(({ submitted }) => submitted),
    ),
    ...warn(
      'deliveriesFollow',
      count(({ toSend }) => toSend),
    ),
    ...warn(
      'placesEnded',
      count(({ oldPlace }) => oldPlace),
    ),
    ...warn('recordsRestated', restated(changes, after, operation.day, circumstances.today)),
    ...withoutCode(changes, after, operation),
    ...overQuota(rehearsed, after, circumstances),
  ]
}

const NOTHING: PersonStanding = { submitted: false, toSend: false, oldPlace: false }

const warn = (code: WarningCode, count: number, about: Partial<Finding> = {}): Finding[] =>
  count > 0 ? [{ severity: 'warn', code, count, ...about }] : []

/** Units whose own page of history changes: people of theirs are restated, batches of theirs disturbed. */
export const unitsTouched = (changes: readonly RowChange[]): string[] => [
  ...new Set(changesOf(changes, 'version').flatMap(({ before, after }) => (before ?? after)?.unitId ?? [])),
]

function openBatches({ operation, changes }: Rehearsed, { openBatches: open }: Circumstances): Finding[] {
  const touched = new Set([...unitsTouched(changes), ...unitsEnded(operation)])
  for (const { before } of changesOf(changes, 'posting')) if (before) touched.add(before.unitId)
  return open
    .filter(({ unitId }) => touched.has(unitId))
    .map(({ unitId, label }) => ({ severity: 'block', code: 'batchOpen', unitIds: [unitId], word: label }))
}

function rolesEnding(changes: readonly RowChange[]): Finding[] {
  const ended = changesOf(changes, 'role').flatMap(({ before }) => (before && before.role !== 'person' ? [before] : []))
  return warn('rolesEnd', ended.length, { personIds: [...new Set(ended.map(({ personId }) => personId))] })
}

/** Units that get people and have nobody who signs, or nobody who checks. */
function orphans({ operation, changes }: Rehearsed, after: Organisation, today: string): Finding[] {
  const day = laterOf(operation.day, today)
  const receiving = [...new Set(movesOf(changes).map(({ unitId }) => unitId))]
  return receiving.flatMap((unitId) => {
    const holds = (role: string) =>
      after.role.some((one) => one.unitId === unitId && one.role === role && isInForce(one, day))
    return [
      ...warn('noHead', holds('unitHead') ? 0 : 1, { unitIds: [unitId] }),
      ...warn('noOfficer', holds('recordsOfficer') ? 0 : 1, { unitIds: [unitId] }),
    ]
  })
}

/** People whose record names its unit otherwise from that day on. */
function restated(changes: readonly RowChange[], after: Organisation, day: string, today: string): number {
  const on = laterOf(day, today)
  const touched = new Set(unitsTouched(changes))
  const renamed = after.posting.filter((one) => touched.has(one.unitId) && isInForce(one, on))
  return new Set([...movesOf(changes), ...renamed].map(({ personId }) => personId)).size
}

function withoutCode(changes: readonly RowChange[], after: Organisation, { day }: Operation): Finding[] {
  const touched = [...new Set([...unitsTouched(changes), ...movesOf(changes).map(({ unitId }) => unitId)])]
  return touched.flatMap((unitId) => {
    const version = versionOn(after, unitId, day)
    if (!version) return []
    const parentCode = version.parentId === null ? null : versionOn(after, version.parentId, day)?.agencyCode
    if (version.agencyCode === null) return warn('noAgencyCode', 1, { unitIds: [unitId] })
    const strange =
      parentCode && !version.agencyCode.startsWith('Z') && !version.agencyCode.startsWith(`${parentCode}.`)
    return strange ? warn('agencyCodeOfOldParent', 1, { unitIds: [unitId], word: parentCode }) : []
  })
}

function overQuota({ operation, changes }: Rehearsed, after: Organisation, circumstances: Circumstances): Finding[] {
  const receiving = [...new Set(movesOf(changes).map(({ unitId }) => unitId))]
  return receiving.flatMap((unitId) => {
    const people = after.posting.filter((one) => one.unitId === unitId && isInForce(one, operation.day))
    const categories = people.flatMap(({ personId }) => circumstances.categories.get(personId) ?? [])
    const over = usedOf(
      categories,
      circumstances.quotas.filter((quota) => quota.unitId === unitId),
    ).find((one) => overBy(one) > 0)
    return over ? warn('overQuota', overBy(over), { unitIds: [unitId], word: over.kind }) : []
  })
}

/** Postings that reach the operation's day: whom a rehearsal must know about. */
export const peopleOf = ({ posting }: Organisation, unitIds: readonly string[], day: string): string[] => [
  ...new Set(
    posting.filter((one) => unitIds.includes(one.unitId) && reaches(one, day)).map(({ personId }) => personId),
  ),
]
