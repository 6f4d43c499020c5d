import type { Holder } from './policy'

/** What the law asks of passwords from a day on. A change of law is a row, not a change of code. */
export type PasswordFigures = {
  /** First day, `YYYY-MM-DD`. */
  from: string
  /** Fewest characters where the password stands alone. */
  least: number
  /** Fewest characters beside a second factor. */
  leastWithSecondFactor: number
  /** Longer ones only cost time to hash. */
  greatest: number
  /** How many passwords in a row must differ, the present one included. */
  remembered: number
  /** For how long a password serves. */
  months: number
  /** The same for those who manage accounts, units or the exchange. */
  monthsOfAdministrators: number
  administrators: readonly Holder[]
  /** From how many days before its end on it is spoken of. */
  remindDays: number
  /** For how many days a password that was handed out opens the door. */
  oneTimeDays: number
  basis: string
}

export const PASSWORD_FIGURES: readonly PasswordFigures[] = [
  {
    from: '2024-12-06',
    least: 14,
    leastWithSecondFactor: 8,
    greatest: 128,
    remembered: 10,
    months: 6,
    monthsOfAdministrators: 2,
    administrators: ['provinceAdmin', 'unitAdmin', 'integrationAdmin'],
    remindDays: 7,
    oneTimeDays: 30,
    basis:
      'Quy chế, Điều 10 khoản 1 (đổi định kỳ, bốn loại ký tự; thời hạn 6 tháng và 30 ngày của mật khẩu dùng một lần do tỉnh chọn) và khoản 2; ' +
      'TCVN 14423:2026, mục 5.6 (8/14 ký tự, quản trị đổi trong 2 tháng, không trùng 10 mật khẩu gần nhất)',
  },
]

/** The figures in force on a day; before the first row, the first row. */
export function passwordFiguresOn(day: string): PasswordFigures {
  const [first, ...later] = PASSWORD_FIGURES
  if (!first) throw new RangeError('The table of password figures is empty')
  return later.findLast(({ from }) => from <= day) ?? first
}

/** Until when a password handed out now opens the door. */
export const oneTimeUntil = (now: Date, { oneTimeDays }: PasswordFigures): Date =>
  new Date(now.getTime() + oneTimeDays * 86_400_000)
