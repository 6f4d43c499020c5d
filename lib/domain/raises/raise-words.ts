import { sayDay } from '../calendar'
import type { Delay } from './delays'
import type { NextRaise, PayLevel } from './next-raise'
import type { RaiseKind } from './raised'

export const RAISE_WORDS: Record<RaiseKind, string> = {
  regular: 'Nâng bậc thường xuyên',
  overScale: 'Phụ cấp vượt khung',
  merit: 'Trước thời hạn: thành tích xuất sắc',
  retirement: 'Trước thời hạn: có thông báo nghỉ hưu',
}

/** “bậc 4, hệ số 3,33”, “bậc 9, hệ số 4,98, vượt khung 6 %”. */
export function sayLevel({ step, coefficient, overScale }: PayLevel): string {
  const over = overScale > 0 ? `, vượt khung ${overScale} %` : ''
  return `bậc ${step}, hệ số ${coefficient.replace('.', ',')}${over}`
}

/** Why the day is that day, in short sentences. `names`: what the codes of discipline and rating are called. */
export function explain(raise: NextRaise, names: (delay: Delay) => string): string[] {
  const held = raise.kind === 'regular' || raise.from.overScale === 0 ? 'giữ bậc' : 'hưởng mức vượt khung'
  return [
    `Tính từ ${sayDay(raise.since)}, đủ ${raise.months} tháng ${held}: ${sayDay(raise.baseOn)} (${raise.basis}).`,
    ...raise.delays.map(
      (delay) =>
        `${names(delay)} (${delay.on.length === 4 ? delay.on : sayDay(delay.on)}): thêm ${delay.months} tháng (${delay.basis}).`,
    ),
    ...(raise.earliestOn < raise.dueOn
      ? [
          `Nếu cùng một hành vi hoặc ngoài thời gian giữ bậc: chỉ đến ${sayDay(raise.earliestOn)}, Anh/Chị xem và sửa ngày hưởng.`,
        ]
      : []),
    ...(raise.delays.some(({ unchecked }) => unchecked) ? ['Số tháng kéo dài: xem lại văn bản đang có hiệu lực.'] : []),
  ]
}

/** Where a raise of a decision stands. */
export const RAISE_STATES = {
  waiting: 'Chờ đến ngày hưởng',
  checked: 'Đã ghi vào hồ sơ, chờ ký duyệt',
  draft: 'Đã ghi vào nháp, đi cùng lần gửi tới của người đó',
  missed: 'Chưa ghi được: lương trong hồ sơ đã khác',
  approved: 'Đã duyệt',
  cancelled: 'Đã bỏ trước ngày hưởng',
} as const
export type RaiseState = keyof typeof RAISE_STATES
