import type { QuotaKind } from '../organisation/headcount'
import type { Place } from '../sub-systems'
import data from './staff-forms.json'

/** Something people are counted by. */
export type Criterion = keyof typeof data.criteria

export type ReportColumn = {
  key: Criterion
  /** Several columns stand under one head. */
  group: string
  label: string
  /** The place in the record that the figure speaks of, where it is sensitive personal data. */
  sensitive: Place | null
  /** A figure of the unit, not of its people: no list stands behind it. */
  perUnit: boolean
  /** Not in the form of the law: who would otherwise be in no column of their group, so that the sums agree. */
  extra: boolean
}

/** A form of statistics as a circular gives it, for the days in which it holds. */
export type StaffForm = {
  code: string
  official: string
  title: string
  basis: string
  deadline: string
  categories: readonly string[]
  /** Of `loai-don-vi`: levels of the units whose people are counted. */
  tiers: readonly string[]
  /** Against which allotment; null where none is. */
  quota: QuotaKind | null
  /** Who is counted: staff by their approved records, or everybody with a record and how the portal is used. */
  counts: Counted
  /** Made of the whole province, not of a unit. */
  province: boolean
  columns: readonly ReportColumn[]
}

export type Counted = 'staff' | 'use'

/** What may be read of a form, by what it counts. */
export const REPORT_PERMISSION = { staff: 'report.staff', use: 'report.use' } as const

type Said = { group: string; label: string; sensitive?: Place; extra?: boolean; perUnit?: boolean }

const columnOf = (key: string): ReportColumn => {
  const {
    group,
    label,
    sensitive = null,
    extra = false,
    perUnit = false,
  } = (data.criteria as Record<string, Said>)[key] as Said
  return { key: key as Criterion, group, label, sensitive, extra, perUnit }
}

const FORMS = data.forms.map(({ columns, extras, quota, validUntil, counts, ...form }) => ({
  ...form,
  quota: quota as QuotaKind | null,
  counts: counts as Counted,
  validUntil: validUntil as string | null,
  columns: [...columns, ...extras].map(columnOf),
}))

/** The forms that hold on a day. */
export const staffFormsOn = (day: string): readonly StaffForm[] =>
  FORMS.filter(({ validFrom, validUntil }) => validFrom <= day && (validUntil === null || day <= validUntil))

export const staffForm = (code: string, day: string): StaffForm | null =>
  staffFormsOn(day).find((form) => form.code === code) ?? null

export const CRITERIA = Object.keys(data.criteria) as Criterion[]

/** The last day of the year before: what the yearly forms ask for. */
export const yearBefore = (today: string): string => `${Number(today.slice(0, 4)) - 1}-12-31`

export type Counts = Partial<Record<Criterion, number>>

/** Groups whose columns must add up to everybody (TT 11/2012: cross checks of the form). */
const WHOLE: readonly string[] = ['Ngạch', 'Chức danh nghề nghiệp', 'Chuyên môn', 'Tuổi', 'Trình độ GDPT']
/** Parts of another column of their group. */
const PARTS: readonly Criterion[] = ['age.women', 'age.men']

/** What does not add up, in words; nothing for a form that is right. */
export function crossChecks(form: Pick<StaffForm, 'columns'>, counts: Counts): string[] {
  const of = (key: Criterion) => counts[key] ?? 0
  const groups = WHOLE.filter((group) => form.columns.some((column) => column.group === group)).flatMap((group) => {
    const parts = form.columns.filter((column) => column.group === group && !PARTS.includes(column.key))
    const sum = parts.reduce((all, { key }) => all + of(key), 0)
    return sum === of('people') ? [] : [`${group}: các cột cộng lại ${sum}, tổng số ${of('people')}.`]
  })
  if (form.columns.every(({ key }) => key !== 'people')) return []
  return of('female') > of('people') ? [...groups, 'Số nữ lớn hơn tổng số.'] : groups
}

/** Few people are somebody: what is sensitive is not said of fewer than so many to who may not read it. */
const FEWEST = 5

/** A figure as this reader may know it; null where it is withheld. */
export const veiled = (count: number, sensitive: boolean, mayRead: boolean): number | null =>
  sensitive && !mayRead && count > 0 && count < FEWEST ? null : count
