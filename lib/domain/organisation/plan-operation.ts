import { typeOfFollower } from '../unit-tree'
import type { Codes, Into, NewUnit, Operation } from './operation'
import { dayBefore, isInForce, laterOf, type Organisation, reaches, type UnitVersion, versionOn } from './organisation'
import { changesOf, type RowChange } from './row-change'

type Plan = {
  organisation: Organisation
  operation: Operation
  /** Roles end and begin on no day that has passed: what was done under them was done. */
  today: string
  newId: () => string
}

/** What becomes of every row. Judged beforehand by `blocksOf`: here nothing is refused any more. */
export function planOperation(plan: Plan): RowChange[] {
  const { operation } = plan
  switch (operation.kind) {
    case 'create':
      return found(plan, { unit: operation.unit }).changes
    case 'rename': {
      const { name, agencyCode, legacyCode, nationalCode } = operation
      return alter(plan, operation.unitId, { name, agencyCode, legacyCode, nationalCode })
    }
    case 'move': {
      const { parentId, typeCode, agencyCode } = operation
      return alter(plan, operation.unitId, { parentId, typeCode, agencyCode })
    }
    case 'close': {
      const { unitId, peopleTo } = operation
      const handed = peopleTo === null ? [] : handOver(plan, unitId, peopleTo, () => true)
      return [...handed, ...endUnit(plan, unitId)]
    }
    case 'merge': {
      const { unitId, changes } = found(plan, operation.into)
      const sources = operation.unitIds.flatMap((source) => handOver(plan, source, unitId, () => true))
      const ends = operation.unitIds.flatMap((source) => endUnit(plan, source))
      return [...changes, ...sources, ...follow(plan, operation.into, unitId), ...ends]
    }
    case 'split':
      return split(plan, operation)
  }
}

function split(plan: Plan, { unitId, shares, closes }: Extract<Operation, { kind: 'split' }>): RowChange[] {
  const parts = shares.flatMap(({ into, personIds }) => {
    const target = found(plan, into)
    const people = new Set(personIds)
    return [
      ...target.changes,
      ...handOver(plan, unitId, target.unitId, (personId) => people.has(personId)),
      ...follow(plan, into, target.unitId),
    ]
  })
  return closes ? [...parts, ...endUnit(plan, unitId)] : parts
}

/** The unit people go to, founded where it does not exist yet. */
function found({ operation, newId }: Plan, into: Into): { unitId: string; changes: RowChange[] } {
  if ('unitId' in into) return { unitId: into.unitId, changes: [] }
  const { code, ...rest } = into.unit
  const unitId = newId()
  const version = { ...rest, id: newId(), unitId, from: operation.day, until: null, basis: operation.basis }
  return {
    unitId,
    changes: [
      { table: 'unit', before: null, after: { id: unitId, code } },
      { table: 'version', before: null, after: version },
    ],
  }
}

/** A new page of a unit's history. On the day a page begins it is rewritten: no unit is two things on one day. */
function alter({ organisation, operation, newId }: Plan, unitId: string, patch: Partial<NewUnit & Codes>): RowChange[] {
  const { day, basis } = operation
  const now = versionOn(organisation, unitId, day)
  if (!now) return []
  if (now.from === day) return [{ table: 'version', before: now, after: { ...now, ...patch, basis } }]
  return [
    { table: 'version', before: now, after: { ...now, until: dayBefore(day) } },
    { table: 'version', before: null, after: { ...now, ...patch, id: newId(), from: day, basis } },
  ]
}

/** The unit's last day is the day before; roles over it go with it, but those already used stay as they were. */
function endUnit({ organisation, operation, today }: Plan, unitId: string): RowChange[] {
  const { day } = operation
  const now = versionOn(organisation, unitId, day)
  const end = laterOf(day, today)
  const roles = organisation.role.filter((one) => one.unitId === unitId && one.role !== 'person' && reaches(one, end))
  return [
    ...(now ? [{ table: 'version' as const, before: now, after: { ...now, until: dayBefore(day) } }] : []),
    ...roles.map((before) => ({
      ...{ table: 'role' as const, before },
      after: before.from >= end ? null : { ...before, until: dayBefore(end) },
    })),
  ]
}

/** People of the unit go on in the other from that day, with what is theirs: posting and personal role. */
function handOver(plan: Plan, source: string, target: string, goes: (personId: string) => boolean): RowChange[] {
  const { organisation, operation, today, newId } = plan
  const moving = organisation.posting.filter(
    (one) => one.unitId === source && reaches(one, operation.day) && goes(one.personId),
  )
  const people = new Set(moving.map(({ personId }) => personId))
  const end = laterOf(operation.day, today)
  const own = organisation.role.filter(
    (one) => one.unitId === source && one.role === 'person' && people.has(one.personId) && reaches(one, end),
  )
  return [
    {
      table: 'link',
      before: null,
      after: { id: newId(), predecessorId: source, successorId: target, day: operation.day },
    },
    ...moving.flatMap((row) => carry('posting', row, target, operation.day, newId)),
    ...own.flatMap((row) => carry('role', row, target, end, newId)),
  ]
}

function carry<Table extends 'posting' | 'role'>(
  table: Table,
  row: Organisation[Table][number],
  unitId: string,
  day: string,
  newId: () => string,
): RowChange[] {
  const change = (before: typeof row | null, after: typeof row) => ({ table, before, after }) as RowChange
  if (row.from >= day) return [change(row, { ...row, unitId })]
  return [change(row, { ...row, until: dayBefore(day) }), change(null, { ...row, id: newId(), unitId, from: day })]
}

/** Units below follow; one whose type ends that day takes the type that came after it. */
function follow(plan: Plan, into: Into, target: string): RowChange[] {
  const { organisation, operation } = plan
  const type = targetType(organisation, into, operation.day)
  return followsOf(organisation, operation)
    .filter((one) => one.into === into)
    .flatMap(({ child }) => {
      const typeCode = typeOfFollower(child.typeCode, type, operation.day) ?? child.typeCode
      return alter(plan, child.unitId, { parentId: target, typeCode })
    })
}

/** Units below those that end, and where each goes. */
export function followsOf(organisation: Organisation, operation: Operation): { child: UnitVersion; into: Into }[] {
  const { day } = operation
  if (operation.kind === 'merge') {
    const { unitIds, into } = operation
    const target = 'unitId' in into ? into.unitId : null
    return unitIds
      .flatMap((source) => childrenOf(organisation, source, day))
      .filter((child) => !unitIds.includes(child.unitId) && child.unitId !== target)
      .map((child) => ({ child, into }))
  }
  if (operation.kind !== 'split') return []
  const children = childrenOf(organisation, operation.unitId, day)
  return operation.shares.flatMap(({ into, unitIds }) =>
    children.filter(({ unitId }) => unitIds.includes(unitId)).map((child) => ({ child, into })),
  )
}

export const targetType = (organisation: Organisation, into: Into, day: string): string | null =>
  'unit' in into ? into.unit.typeCode : (versionOn(organisation, into.unitId, day)?.typeCode ?? null)

const childrenOf = ({ version }: Organisation, unitId: string, day: string): UnitVersion[] =>
  version.filter((one) => one.parentId === unitId && isInForce(one, day))

/** Who changes place: the person, from where, to where. */
export const movesOf = (changes: readonly RowChange[]) =>
  changesOf(changes, 'posting').flatMap(({ before, after }) => {
    if (!after) return []
    if (before) return before.unitId === after.unitId ? [] : [{ personId: after.personId, unitId: after.unitId }]
    return [{ personId: after.personId, unitId: after.unitId }]
  })
