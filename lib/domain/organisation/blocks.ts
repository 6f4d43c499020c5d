import { isTypeOn, typeOfFollower, typesUnder } from '../unit-tree'
import { isAgencyCode, isCodeUnder, isLegacyCode } from './agency-code'
import type { Finding } from './finding'
import { type NewUnit, newUnits, type Operation, receivers, unitsChanged, unitsEnded } from './operation'
import { daysOfChange, type Organisation, reaches, standsUnder, type UnitVersion, versionOn } from './organisation'
import { followsOf, targetType } from './plan-operation'

/** Why the operation may not be run, in the order one would mend it. Empty: it may. */
export function blocksOf(organisation: Organisation, operation: Operation): Finding[] {
  const world = { organisation, operation }
  return [
    ...unitsChanged(operation).flatMap((unitId) => standing(world, unitId)),
    ...receivers(operation).flatMap((unitId) => receiving(world, unitId)),
    ...newUnits(operation).flatMap((unit) => founding(world, unit)),
    ...codesTwice(newUnits(operation)),
    ...ofKind(world),
  ]
}

type World = { organisation: Organisation; operation: Operation }

const block = (code: Finding['code'], about: Partial<Finding> = {}): Finding => ({ severity: 'block', code, ...about })

/** A unit is changed only where its history is still open: what came later is undone first. */
function standing({ organisation, operation }: World, unitId: string): Finding[] {
  const now = versionOn(organisation, unitId, operation.day)
  if (!now) return [block('notInForce', { unitIds: [unitId] })]
  if (now.until !== null) return [block('changedLater', { unitIds: [unitId] })]
  const ends = unitsEnded(operation).includes(unitId)
  return ends && now.from === operation.day ? [block('openedThatDay', { unitIds: [unitId] })] : []
}

/** People and units go only to a unit that stands from that day on. */
function receiving({ organisation, operation }: World, unitId: string): Finding[] {
  if (unitsChanged(operation).includes(unitId)) return [block('ontoItself', { unitIds: [unitId] })]
  return standsOn(organisation, unitId, operation.day) ? [] : [block('receiverNotInForce', { unitIds: [unitId] })]
}

/** From that day without end. */
function standsOn(organisation: Organisation, unitId: string, day: string): boolean {
  const last = organisation.version.find((one) => one.unitId === unitId && one.until === null)
  return versionOn(organisation, unitId, day) !== undefined && last !== undefined
}

function founding({ organisation, operation }: World, unit: NewUnit): Finding[] {
  const { day } = operation
  const found: Finding[] = []
  if (organisation.unit.some(({ code }) => code === unit.code))
    found.push(block('codeTaken', { field: 'code', word: unit.code }))
  return [
    ...found,
    ...placing(organisation, { ...unit, unitId: null }, day, unitsEnded(operation)),
    ...codes(organisation, { ...unit, unitId: null }, day),
  ]
}

function codesTwice(units: NewUnit[]): Finding[] {
  const twice = (pick: (unit: NewUnit) => string | null) =>
    units.map(pick).find((code, at, all) => code !== null && all.indexOf(code) !== at)
  const word = twice(({ code }) => code) ?? twice(({ agencyCode }) => agencyCode)
  return word ? [block('codeTaken', { field: 'code', word })] : []
}

type Placed = { unitId: string | null; parentId: string | null; typeCode: string }

/** Does the type exist that day, and may it stand there? */
function placing(
  organisation: Organisation,
  { unitId, parentId, typeCode }: Placed,
  day: string,
  ended: string[],
): Finding[] {
  const about = { field: 'typeCode', word: typeCode, ...(unitId && { unitIds: [unitId] }) }
  if (!isTypeOn(typeCode, day)) return [block('typeEnded', about)]
  if (parentId !== null && (ended.includes(parentId) || !standsOn(organisation, parentId, day)))
    return [block('parentNotInForce', { field: 'parentId', unitIds: [parentId] })]
  const parent = parentId === null ? undefined : versionOn(organisation, parentId, day)
  const allowed = typesUnder(parent?.typeCode ?? null, day).some(({ code }) => code === typeCode)
  return allowed ? [] : [block('typeNotUnder', { ...about, ...(parentId && { unitIds: [parentId] }) })]
}

type Coded = {
  unitId: string | null
  parentId: string | null
  agencyCode: string | null
  legacyCode?: string | null
}

/** ID-1 … ID-3: well formed, under the parent's, and never another unit's, not even one that has ended. */
function codes(
  organisation: Organisation,
  { unitId, parentId, agencyCode, legacyCode }: Coded,
  day: string,
): Finding[] {
  const found: Finding[] = []
  if (legacyCode && !isLegacyCode(legacyCode))
    found.push(block('legacyCodeMalformed', { field: 'legacyCode', word: legacyCode }))
  if (agencyCode === null) return found
  const about = { field: 'agencyCode', word: agencyCode }
  if (!isAgencyCode(agencyCode)) return [...found, block('agencyCodeMalformed', about)]
  const other = organisation.version.find((one) => one.agencyCode === agencyCode && one.unitId !== unitId)
  if (other) return [...found, block('agencyCodeTaken', { ...about, unitIds: [other.unitId] })]
  const parentCode = parentId === null ? null : versionOn(organisation, parentId, day)?.agencyCode
  if (parentCode && !isCodeUnder(agencyCode, parentCode))
    found.push(block('agencyCodeNotUnder', { ...about, word: parentCode }))
  return found
}

function ofKind({ organisation, operation }: World): Finding[] {
  const { day } = operation
  const now = (unitId: string): UnitVersion | undefined => versionOn(organisation, unitId, day)
  switch (operation.kind) {
    case 'rename': {
      const parentId = now(operation.unitId)?.parentId ?? null
      const same = now(operation.unitId)?.agencyCode === operation.agencyCode
      // A code kept from before its parent changed is no fault of this decision.
      return codes(organisation, { ...operation, parentId: same ? null : parentId }, day)
    }
    case 'move': {
      const { unitId, parentId, agencyCode } = operation
      if (parentId !== null && isUnder(organisation, parentId, unitId, day)) {
        return [block('underItself', { field: 'parentId', unitIds: [unitId, parentId] })]
      }
      const same = now(unitId)?.agencyCode === agencyCode
      return [
        ...placing(organisation, operation, day, []),
        ...codes(organisation, { ...operation, parentId: same ? null : parentId }, day),
      ]
    }
    case 'close':
      return [
        ...childrenLeft(organisation, operation, []),
        ...(operation.peopleTo === null ? peopleLeft(organisation, operation.unitId, day, []) : []),
      ]
    case 'merge':
      return operation.unitIds.length === 0
        ? [block('nothingChosen')]
        : [...followers(organisation, operation), ...laterChildren(organisation, operation)]
    case 'split':
      return ofSplit(organisation, operation)
    default:
      return []
  }
}

/** On that day or on any later one. */
const isUnder = (organisation: Organisation, unitId: string, ancestorId: string, day: string) =>
  [day, ...daysOfChange(organisation.version).filter((later) => later > day)].some((on) =>
    standsUnder(organisation, unitId, ancestorId, on),
  )

function ofSplit(organisation: Organisation, operation: Extract<Operation, { kind: 'split' }>): Finding[] {
  const { shares, unitId, closes, day } = operation
  if (shares.length === 0) return [block('nothingChosen')]
  const chosen = shares.flatMap(({ personIds }) => personIds)
  const own = new Set(organisation.posting.filter((one) => one.unitId === unitId).map(({ personId }) => personId))
  const foreign = chosen.filter((personId) => !own.has(personId))
  const twice = chosen.filter((personId, at) => chosen.indexOf(personId) !== at)
  return [
    ...(foreign.length > 0 ? [block('peopleOfAnother', { count: foreign.length })] : []),
    ...(twice.length > 0 ? [block('peopleTwice', { count: twice.length, personIds: twice })] : []),
    ...followers(organisation, operation),
    ...(closes ? peopleLeft(organisation, unitId, day, chosen) : []),
    ...(closes
      ? childrenLeft(
          organisation,
          operation,
          shares.flatMap(({ unitIds }) => unitIds),
        )
      : []),
  ]
}

/** Units below that are to follow: their history is open, and a type of theirs may stand under where they go. */
function followers(organisation: Organisation, operation: Operation): Finding[] {
  const { day } = operation
  return followsOf(organisation, operation).flatMap(({ child, into }) => {
    if (child.until !== null) return [block('changedLater', { unitIds: [child.unitId] })]
    const type = typeOfFollower(child.typeCode, targetType(organisation, into, day), day)
    return type === null ? [block('followerTypeNotUnder', { unitIds: [child.unitId], word: child.typeCode })] : []
  })
}

const peopleLeft = (organisation: Organisation, unitId: string, day: string, placed: string[]): Finding[] => {
  const left = organisation.posting.filter(
    (one) => one.unitId === unitId && reaches(one, day) && !placed.includes(one.personId),
  )
  const personIds = [...new Set(left.map(({ personId }) => personId))]
  return personIds.length > 0 ? [block('peopleLeft', { unitIds: [unitId], personIds, count: personIds.length })] : []
}

/** Units that came to stand below after that day would be left hanging. */
function laterChildren(organisation: Organisation, operation: Operation): Finding[] {
  const placed = followsOf(organisation, operation).map(({ child }) => child.unitId)
  return childrenLeft(organisation, operation, placed)
}

function childrenLeft(organisation: Organisation, operation: Operation, placed: string[]): Finding[] {
  const ended = unitsEnded(operation)
  const left = organisation.version.filter(
    (one) => one.parentId !== null && ended.includes(one.parentId) && reaches(one, operation.day),
  )
  const unitIds = [...new Set(left.map(({ unitId }) => unitId))].filter(
    (id) => !ended.includes(id) && !placed.includes(id),
  )
  return unitIds.length > 0 ? [block('childrenLeft', { unitIds, count: unitIds.length })] : []
}
