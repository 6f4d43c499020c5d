import { sayDay } from '../calendar'
import { addMonths } from '../rules/day-arithmetic'
import type { NextRaise } from './next-raise'
import { earlyRuleOf } from './raise-rules'
import type { RaiseKind } from './raised'

/** What an early raise rests on beside the term. */
export type EarlyFacts = {
  /** The last raise in this rank was an early one for merit. */
  lastWasMerit: boolean
  /** Day of the notice of retirement; null where none is named. */
  noticeOn: string | null
}

/** Why this raise may not be given from that day, in one sentence; null where it may. */
export function againstRaise(
  raise: NextRaise,
  asked: { kind: RaiseKind; effectiveOn: string; decidedOn: string } & EarlyFacts,
): string | null {
  const { kind, effectiveOn } = asked
  if (kind === 'regular' || kind === 'overScale') {
    if (raise.kind !== kind) return 'Kỳ này là của loại khác. Tải lại trang để xem.'
    return effectiveOn < raise.earliestOn
      ? `Đủ thời hạn từ ${sayDay(raise.earliestOn)}. Ghi ngày hưởng từ ngày đó trở đi, hoặc nâng trước thời hạn.`
      : null
  }
  if (raise.kind !== 'regular') return 'Đang ở bậc cuối: không nâng trước thời hạn.'
  const { mostMonths } = earlyRuleOf(kind, asked.decidedOn)
  const first = addMonths(raise.dueOn, -mostMonths)
  if (effectiveOn >= raise.dueOn) return `Đến ${sayDay(raise.dueOn)} là đủ thời hạn. Ghi là nâng thường xuyên.`
  if (kind === 'merit') {
    if (asked.lastWasMerit) return 'Lần nâng trước trong ngạch này cũng trước thời hạn: không nâng hai lần liên tiếp.'
    return effectiveOn < first ? `Sớm nhất là ${sayDay(first)}: trước thời hạn nhiều nhất ${mostMonths} tháng.` : null
  }
  if (asked.noticeOn === null) return 'Ghi ngày thông báo nghỉ hưu.'
  if (asked.noticeOn < first || asked.noticeOn >= raise.dueOn)
    return `Ngày thông báo nghỉ hưu phải từ ${sayDay(first)} đến trước ${sayDay(raise.dueOn)}: còn thiếu nhiều nhất ${mostMonths} tháng.`
  return effectiveOn < asked.noticeOn ? `Hưởng từ ngày thông báo nghỉ hưu, ${sayDay(asked.noticeOn)}, trở đi.` : null
}

/** How many may be raised early for merit in a year: so many in a hundred of the unit's list, whole people only. */
export const meritQuota = (people: number, day: string) =>
  Math.floor((people * (earlyRuleOf('merit', day).quotaPercent ?? 0)) / 100)
