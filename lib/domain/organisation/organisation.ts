/**
 * The organisation through time: which unit was called what and stood where, who worked where, who held which role.
 * Days are `YYYY-MM-DD`; `from` and `until` are both included, `until` null is open.
 */

export type UnitIdentity = { id: string; code: string }

export type UnitVersion = {
  id: string
  unitId: string
  name: string
  /** Code of `loai-don-vi`. */
  typeCode: string
  parentId: string | null
  /** QĐ 20/2020/QĐ-TTg, `H20.05.12`. */
  agencyCode: string | null
  /** QCVN 102:2016, written backwards: `000.12.05.H20`. */
  legacyCode: string | null
  /** As the ministry's list of units knows it. */
  nationalCode: string | null
  from: string
  until: string | null
  basis: string | null
}

export type Posting = { id: string; personId: string; unitId: string; from: string; until: string | null }

export type HeldRole = {
  id: string
  userId: string
  personId: string
  role: string
  unitId: string
  from: string
  until: string | null
  reason: string | null
}

/** What became of a unit: its business went to the successor on that day. */
export type UnitLink = { id: string; predecessorId: string; successorId: string; day: string }

export type Tables = { unit: UnitIdentity; version: UnitVersion; link: UnitLink; posting: Posting; role: HeldRole }
export type Organisation = { [Table in keyof Tables]: readonly Tables[Table][] }

type Span = { from: string; until: string | null }

export const isInForce = ({ from, until }: Span, day: string) => from <= day && (until === null || day <= until)

/** In force on that day or on any later one. */
export const reaches = ({ until }: Span, day: string) => until === null || day <= until

export const laterOf = (one: string, other: string) => (one.localeCompare(other) > 0 ? one : other)

export const dayBefore = (day: string) => shift(day, -1)
export const dayAfter = (day: string) => shift(day, 1)

const shift = (day: string, days: number) =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)

/** The unit as it was on that day; undefined before its founding and after its end. */
export const versionOn = ({ version }: Pick<Organisation, 'version'>, unitId: string, day: string) =>
  version.find((one) => one.unitId === unitId && isInForce(one, day))

/** Every day on which the tree looks different from the day before. */
export function daysOfChange(versions: readonly Span[]): string[] {
  const days = versions.flatMap(({ from, until }) => (until === null ? [from] : [from, dayAfter(until)]))
  return [...new Set(days)].sort()
}

/** Does `unitId` stand at or below `ancestorId` on that day? A ring counts as below. */
export function standsUnder(
  organisation: Pick<Organisation, 'version'>,
  unitId: string,
  ancestorId: string,
  day: string,
) {
  const seen = new Set<string>()
  for (let at: string | null = unitId; at !== null; at = versionOn(organisation, at, day)?.parentId ?? null) {
    if (at === ancestorId || seen.has(at)) return true
    seen.add(at)
  }
  return false
}
