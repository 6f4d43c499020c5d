import type { LineEvent } from '@/components/ui/line-list'
import { CATALOGUE, isSectionId } from '@/lib/catalogue'
import { dayOf, sayDay, sayDayMonth, sayTime } from '@/lib/domain/calendar'

type Happened = {
  at: Date
  what:
    | 'submitted'
    | 'returned'
    | 'checked'
    | 'approved'
    | 'accepted'
    | 'refused'
    | 'edited'
    | 'confirmed'
    | 'withdrawn'
    | 'valuesChecked'
    | 'valuesUnchecked'
    | 'valuesMatched'
    | 'paperAdded'
  by: string | null
  detail: string
}

const SENTENCES: Record<Happened['what'], (by: string, detail: string) => string> = {
  submitted: (by, version) => `${by} gửi bản ${version}`,
  returned: (by, version) => `${by} trả lại bản ${version}`,
  checked: (by, version) => `${by} kiểm đạt bản ${version}`,
  approved: (by, version) => `${by} ký duyệt bản ${version}`,
  withdrawn: (by, version) => `${by} rút phê duyệt bản ${version}`,
  valuesChecked: (by, count) => `${by} đối chiếu ${count} giá trị với giấy tờ`,
  valuesUnchecked: (by, count) => `${by} bỏ đối chiếu ${count} giá trị`,
  valuesMatched: (_, count) => `${count} giá trị khớp Cơ sở dữ liệu quốc gia về dân cư`,
  paperAdded: (by, paper) => `${by} thêm minh chứng ${paper}`,
  accepted: (_, version) => `Bộ Nội vụ đã nhận bản ${version}`,
  refused: (_, version) => `Bộ Nội vụ chưa nhận bản ${version}`,
  confirmed: (by, period) => `${by} xác nhận tháng ${Number(period.slice(5))} không có gì thay đổi`,
  edited: (by, section) => `${by} sửa ${isSectionId(section) ? CATALOGUE[section].title : section}`,
}

const LOOKS: Partial<Record<Happened['what'], LineEvent['look']>> = {
  returned: 'back',
  refused: 'back',
  approved: 'done',
  withdrawn: 'back',
  accepted: 'done',
}

/** What happened to a record, in words; one's own acts are “Anh/Chị”. */
export const sayEvents = (events: readonly Happened[], reader: string, today: string): LineEvent[] =>
  events.map(({ at, what, by, detail }, index) => ({
    key: `${at.toISOString()} ${index}`,
    at: at.toISOString(),
    time: sayWhen(at, today),
    look: LOOKS[what],
    what: SENTENCES[what](by === reader ? 'Anh/Chị' : (by ?? ''), detail),
  }))

/** `15:20, 23/11`; with the year when it is another. */
function sayWhen(at: Date, today: string): string {
  const day = dayOf(at)
  return `${sayTime(at)}, ${day.slice(0, 4) === today.slice(0, 4) ? sayDayMonth(day) : sayDay(day)}`
}
