import { plain } from '@/lib/catalogue/code-list'
import statuses from '@/lib/catalogue/code-lists/trang-thai-cong-tac.json'
import { sayPartialDay } from '@/lib/catalogue/days'
import { earliest, isBefore, monthsBetween } from './day-arithmetic'
import type { Rule, RuleContext } from './rule'

const AT_WORK = new Set(statuses.items.filter(({ countsAsStaff }) => countsAsStaff).map(({ code }) => code))
/** Papers from before this year may know the month only. */
const EXACT_SINCE = '1995'

const table = { section: 'work' as const, code: 'workHistory' }
const rows = ({ data }: RuleContext) => data.work.workHistory ?? []
const periods = (context: RuleContext) => rows(context).flatMap(({ work_period }) => work_period ?? [])

/** How the history of work hangs together with recruitment and with the posting of today. */
export const SERVICE_RULES: Rule[] = [
  {
    id: 'R21-exact',
    clause: 'Mẫu SYLL, mục 13',
    severity: 'error',
    demands: 'Ngày được tuyển dụng lần đầu đủ ngày, tháng, năm; trước 1995 đủ tháng, năm.',
    complaints: ({ data }) => {
      const day = data.affiliation.first_recruited_on
      const enough = day === null || day.length === 10 || (day.length === 7 && day < EXACT_SINCE)
      return enough
        ? []
        : [
            {
              place: { section: 'affiliation', code: 'first_recruited_on' },
              sentence:
                day < EXACT_SINCE
                  ? 'Ghi ít nhất tháng và năm, ví dụ 9/1988.'
                  : 'Từ năm 1995 ghi đủ ngày/tháng/năm, ví dụ 01/09/1998.',
            },
          ]
    },
  },
  {
    id: 'R76-start',
    clause: 'Mẫu SYLL, mục 13 và 33',
    severity: 'warning',
    demands: 'Quá trình công tác bắt đầu không muộn hơn tháng sau khi được tuyển dụng.',
    complaints: (context) => {
      const first = context.data.affiliation.first_recruited_on
      const began = periods(context)
        .map(({ from }) => from)
        .sort()[0]
      if (first === null || began === undefined || began.length === 4 || !isBefore(first, began)) return []
      const months = monthsBetween(earliest(first), earliest(began))
      return months > 1
        ? [
            {
              place: table,
              sentence: `Được tuyển dụng ${sayPartialDay(first)} nhưng dòng đầu bắt đầu ${sayPartialDay(began)}. Thêm dòng còn thiếu.`,
            },
          ]
        : []
    },
  },
  {
    id: 'R76-end',
    clause: 'Mẫu SYLL, mục 33',
    severity: 'warning',
    demands: 'Người đang làm việc có một dòng công tác đến nay.',
    complaints: (context) => {
      const all = periods(context)
      const atWork = AT_WORK.has(context.data.agency.employment_status ?? '')
      return atWork && all.length > 0 && all.every(({ to }) => to !== null)
        ? [{ place: table, sentence: 'Chưa có dòng nào đến nay. Ghi công việc hiện tại, ô Đến để trống.' }]
        : []
    },
  },
  {
    id: 'R77-posting',
    clause: 'Mẫu SYLL, đầu mẫu và mục 33',
    severity: 'warning',
    demands: 'Dòng công tác đến nay là ở cơ quan đang sử dụng.',
    complaints: (context) => {
      const here = plain(context.data.agency.employing_unit?.name ?? '')
      const open = rows(context).filter(({ work_period, work_unit }) => work_period?.to === null && work_unit !== null)
      const [first] = open
      // Papers shorten the names of units and add their parents: one holding the other is enough.
      const known = open.some(({ work_unit }) => {
        const name = plain(work_unit ?? '')
        return name.includes(here) || here.includes(name)
      })
      return first && here !== '' && !known
        ? [
            {
              place: { ...table, row: first.id, column: 'work_unit' },
              sentence: `Khác với cơ quan đang sử dụng (${context.data.agency.employing_unit?.name}). Sửa, hoặc xác nhận nếu đang biệt phái.`,
            },
          ]
        : []
    },
  },
]
