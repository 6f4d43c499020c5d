/** After how long without use an account is closed, from a day on. A change of rule is a row. */
const DORMANCY: readonly { from: string; days: number; basis: string }[] = [
  { from: '2024-12-06', days: 45, basis: 'TCVN 14423:2026, mục 5.6: ngừng tài khoản sau 45 ngày không dùng' },
]

/** In days. */
export const dormantAfter = (day: string): number =>
  (DORMANCY.findLast(({ from }) => from <= day) ?? DORMANCY[0])?.days ?? 45
