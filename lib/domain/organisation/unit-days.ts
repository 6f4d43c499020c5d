import { sayDay } from '../calendar'
import { dayAfter, isInForce, type UnitVersion } from './organisation'

type Days = Pick<UnitVersion, 'from' | 'until'>

/**
 * Why nobody can be put into a unit from that day, in a sentence; null where it stands then and is not to end. A unit
 * whose days nobody wrote down is taken as standing.
 */
export function postingFault(versions: readonly Days[], day: string): string | null {
  const [first, ...rest] = versions.toSorted((a, b) => a.from.localeCompare(b.from))
  if (first === undefined) return null
  const last = rest.at(-1) ?? first
  if (day < first.from)
    return `Đơn vị này có từ ngày ${sayDay(first.from)}. Ghi từ ngày đó; thời gian trước thuộc đơn vị cũ.`
  if (last.until !== null)
    return `Đơn vị này kết thúc hoạt động từ ngày ${sayDay(dayAfter(last.until))}. Chọn đơn vị tiếp nhận.`
  return versions.some((version) => isInForce(version, day))
    ? null
    : `Đơn vị này không hoạt động ngày ${sayDay(day)}. Ghi ngày khác.`
}
