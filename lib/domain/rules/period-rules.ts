import { ALL_TABLES, columnsOf, type SectionId } from '@/lib/catalogue'
import { sayPartialDay } from '@/lib/catalogue/days'
import type { PartialDateRange } from '@/lib/catalogue/kinds/dates'
import type { Row } from '@/lib/catalogue/kinds/table'
import { rowsOf } from '../changes'
import { addMonths, earliest, isBefore, latest, monthsBetween } from './day-arithmetic'
import type { Complaint, Rule, RuleContext } from './rule'

/** A table row with its period. */
type Spell = { row: Row; number: number; period: PartialDateRange; place: Complaint['place'] }

/** Every table that has a period, with its column. */
const PERIODS = ALL_TABLES.flatMap((table) => {
  const column = columnsOf(table).find((one) => one.kind === 'partialDateRange')
  return column ? [{ table, column: column.code }] : []
})

export const PERIOD_RULES: Rule[] = [
  {
    id: 'R69-past',
    clause: 'Mẫu SYLL, mục 32–37',
    severity: 'error',
    demands: 'Không giai đoạn nào bắt đầu sau hôm nay.',
    complaints: (context) =>
      everySpell(context).flatMap(({ period, place }) =>
        earliest(period.from) > context.today
          ? [{ place, sentence: `${sayPartialDay(period.from)} ở sau hôm nay. Ghi giai đoạn đã bắt đầu.` }]
          : [],
      ),
  },
  {
    id: 'R69-birth',
    clause: 'Mẫu SYLL, mục 32–37',
    severity: 'error',
    demands: 'Không giai đoạn nào bắt đầu trước năm sinh.',
    complaints: (context) => {
      const born = context.data.identity.date_of_birth
      if (born === null) return []
      return everySpell(context).flatMap(({ period, place }) =>
        isBefore(period.from, born)
          ? [
              {
                place,
                sentence: `Bắt đầu ${sayPartialDay(period.from)}, trước khi sinh (${sayPartialDay(born)}). Xem lại năm.`,
              },
            ]
          : [],
      )
    },
  },
  {
    id: 'R76-overlap',
    clause: 'Mẫu SYLL, mục 33',
    severity: 'warning',
    demands: 'Các giai đoạn công tác không chồng nhau.',
    complaints: (context) => overlaps(spells(context, 'work', 'workHistory')),
  },
  {
    id: 'R76-gap',
    clause: 'Mẫu SYLL, mục 33',
    severity: 'warning',
    demands: 'Quá trình công tác liên tục từ khi được tuyển dụng; khoảng trống quá một tháng cần xem lại.',
    complaints: (context) => gaps(spells(context, 'work', 'workHistory')),
  },
  {
    id: 'R76-open',
    clause: 'Mẫu SYLL, mục 33',
    severity: 'warning',
    demands: 'Chỉ một dòng công tác đến nay.',
    complaints: (context) => secondOpen(spells(context, 'work', 'workHistory'), 'công tác'),
  },
  {
    id: 'R94-overlap',
    clause: 'Mẫu SYLL, mục 37.1',
    severity: 'warning',
    demands: 'Các giai đoạn lương không chồng nhau.',
    complaints: (context) => overlaps(spells(context, 'economy', 'salaryHistory')),
  },
  {
    id: 'R94-open',
    clause: 'Mẫu SYLL, mục 37.1',
    severity: 'warning',
    demands: 'Đúng một dòng lương đến nay.',
    complaints: (context) => {
      const list = spells(context, 'economy', 'salaryHistory')
      if (list.length > 0 && list.every(({ period }) => period.to !== null))
        return [
          {
            place: { section: 'economy', code: 'salaryHistory' },
            sentence: 'Chưa có dòng lương nào đến nay. Ghi mức lương hiện hưởng, ô Đến để trống.',
          },
        ]
      return secondOpen(list, 'lương')
    },
  },
]

const everySpell = (context: RuleContext) => PERIODS.flatMap(({ table }) => spells(context, table.section, table.code))

/** Rows of a table that have a period, with their number in the form. */
function spells({ data }: RuleContext, section: SectionId, code: string): Spell[] {
  const column = PERIODS.find(({ table }) => table.code === code)?.column ?? ''
  return rowsOf((data[section] as Record<string, unknown>)[code]).flatMap((row, index) => {
    const period = row[column] as PartialDateRange | null
    return period ? [{ row, number: index + 1, period, place: { section, code, row: row.id, column } }] : []
  })
}

const inOrder = (list: Spell[]) =>
  [...list].sort((a, b) => (earliest(a.period.from) < earliest(b.period.from) ? -1 : 1))

/** Judged by months that certainly lie in both: ending and beginning in one month is no overlap. */
function overlaps(list: Spell[]): Complaint[] {
  return inOrder(list).flatMap((spell, index, all) => {
    const before = all[index - 1]
    if (!before || before.period.to === null) return []
    const meets = monthsBetween(earliest(spell.period.from), earliest(before.period.to)) > 0
    return meets && spell.period.from.length > 4 && before.period.to.length > 4
      ? [
          {
            place: spell.place,
            sentence: `Chồng với dòng ${before.number} (đến ${sayPartialDay(before.period.to)}). Xác nhận nếu làm hai việc cùng lúc.`,
          },
        ]
      : []
  })
}

function gaps(list: Spell[]): Complaint[] {
  return inOrder(list).flatMap((spell, index, all) => {
    const before = lastToEnd(all.slice(0, index))
    if (!before || before.period.to === null) return []
    const missing = monthsBetween(latest(before.period.to), earliest(spell.period.from)) - 1
    const [first, last] = [addMonths(latest(before.period.to), 1), addMonths(earliest(spell.period.from), -1)]
    return missing > 1 || (missing === 1 && before.period.to.length > 4)
      ? [
          {
            place: spell.place,
            sentence: `Khoảng trống ${missing} tháng, từ ${month(first)} đến ${month(last)}. Thêm dòng hoặc xác nhận.`,
          },
        ]
      : []
  })
}

/** Of those that began before, the one that went on longest: a short second job leaves no gap behind it. */
function lastToEnd(list: Spell[]): Spell | undefined {
  const end = ({ period }: Spell) => (period.to === null ? '9999' : latest(period.to))
  return list.reduce<Spell | undefined>((last, one) => (last && end(last) >= end(one) ? last : one), undefined)
}

function secondOpen(list: Spell[], what: string): Complaint[] {
  return list
    .filter(({ period }) => period.to === null)
    .slice(1)
    .map(({ place }) => ({ place, sentence: `Đã có một dòng ${what} khác đến nay. Ghi tháng kết thúc cho dòng cũ.` }))
}

const month = (day: string) => sayPartialDay(day.slice(0, 7))
