import {
  daysOfChange,
  isInForce,
  type Organisation,
  type Posting,
  reaches,
  standsUnder,
  versionOn,
} from './organisation'

/**
 * What may never be, on whatever day: a unit below itself or below one that is not there, a unit that is two things on
 * one day, a person in two units. Empty for every organisation that operations have made.
 */
export function treeFaults(organisation: Organisation): string[] {
  const days = daysOfChange(organisation.version)
  return [...days.flatMap((day) => faultsOn(organisation, day)), ...peopleInTwoPlaces(organisation)]
}

function faultsOn(organisation: Organisation, day: string): string[] {
  const there = organisation.version.filter((one) => isInForce(one, day))
  return there.flatMap(({ unitId, parentId }, at) => {
    if (there.findIndex((one) => one.unitId === unitId) !== at) return [`${unitId} is two things on ${day}`]
    if (parentId === null) return []
    if (!versionOn(organisation, parentId, day)) return [`${unitId} stands under nothing on ${day}`]
    return standsUnder(organisation, parentId, unitId, day) ? [`${unitId} stands below itself on ${day}`] : []
  })
}

function peopleInTwoPlaces({ posting }: Organisation): string[] {
  const byPerson = new Map<string, Posting[]>()
  for (const spell of posting) byPerson.set(spell.personId, [...(byPerson.get(spell.personId) ?? []), spell])
  return [...byPerson].flatMap(([personId, spells]) => {
    const inOrder = [...spells].sort((a, b) => a.from.localeCompare(b.from))
    return inOrder.some((spell, at) => {
      const next = inOrder[at + 1]
      return (spell.until !== null && spell.until < spell.from) || (next !== undefined && reaches(spell, next.from))
    })
      ? [`${personId} is in two units, or backwards in one`]
      : []
  })
}
