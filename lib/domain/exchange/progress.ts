import { dayOf } from '../calendar'

/** What the ministry's table counts of each unit, in the order in which a record passes it. */
export const PROGRESS_STAGES = ['people', 'complete', 'approved', 'sent', 'accepted', 'matched'] as const
export type ProgressStage = (typeof PROGRESS_STAGES)[number]
export type ProgressCounts = Record<ProgressStage, number>

export const PROGRESS_HEADS: Record<ProgressStage, string> = {
  people: 'Tổng số',
  complete: 'Hoàn thiện',
  approved: 'Đã duyệt',
  sent: 'Đã gửi',
  accepted: 'Bộ đã nhận',
  matched: 'Khớp dân cư',
}
export const SHARE_HEAD = 'Tỷ lệ (%)'

export type ProgressRow = { unitId: string; name: string; path: string; counts: ProgressCounts }

/** When the ministry publishes, from when on, by which letter. Weekdays as `Date` counts them; minutes of the day in Việt Nam. */
const PUBLISHED = [
  {
    from: '2023-04-13',
    weekdays: [1, 3, 5],
    publishedAt: 12 * 60,
    /** So long before, the figures are readied. */
    readiedAt: 11 * 60 + 30,
    basis: 'Công văn 1632/BNV-VP ngày 13/4/2023',
  },
]
export const PROGRESS_BASIS = PUBLISHED[0]?.basis ?? ''

const minuteOf = (instant: Date) => {
  const there = new Date(instant.getTime() + 7 * 3_600_000)
  return there.getUTCHours() * 60 + there.getUTCMinutes()
}

/** The day whose table must be readied by now; null on other days, and before its hour. */
export function publicationDue(now: Date): string | null {
  const day = dayOf(now)
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay()
  const rule = PUBLISHED.findLast(({ from }) => from <= day)
  return rule?.weekdays.includes(weekday) && minuteOf(now) >= rule.readiedAt ? day : null
}

/** Accepted of all, in per cent with one decimal. */
export const shareOf = ({ accepted, people }: ProgressCounts): number | null =>
  people === 0 ? null : Math.round((accepted * 1000) / people) / 10

export const sayShare = (counts: ProgressCounts): string => shareOf(counts)?.toLocaleString('vi') ?? '–'

/** Units of one step below the top with everybody under them; who stands in the top itself, or beside the tree, has a row of their own. */
export function byUnit(
  units: readonly { id: string; name: string; path: string; parentId: string | null }[],
  counts: ReadonlyMap<string, ProgressCounts>,
): ProgressRow[] {
  const ids = new Set(units.map(({ id }) => id))
  const tops = units.filter(({ parentId }) => parentId === null || !ids.has(parentId))
  const topIds = new Set(tops.map(({ id }) => id))
  const below = units.filter(({ parentId }) => parentId !== null && topIds.has(parentId))
  const subtree = ({ path }: { path: string }) => units.filter((one) => one.path.startsWith(path))
  const rows = [
    ...tops.map((unit) => ({ unit, members: [unit] })),
    ...below.map((unit) => ({ unit, members: subtree(unit) })),
  ].map(({ unit: { id, name, path }, members }) => ({
    ...{ unitId: id, name, path },
    counts: sumOf(members.flatMap((member) => counts.get(member.id) ?? [])),
  }))
  return rows
    .filter(({ counts: { people } }) => people > 0)
    .toSorted((a, b) => a.name.localeCompare(b.name, 'vi') || a.path.localeCompare(b.path))
}

export function sumOf(counts: readonly ProgressCounts[]): ProgressCounts {
  const total = (stage: ProgressStage) => counts.reduce((sum, one) => sum + (one[stage] ?? 0), 0)
  return Object.fromEntries(PROGRESS_STAGES.map((stage) => [stage, total(stage)])) as ProgressCounts
}
