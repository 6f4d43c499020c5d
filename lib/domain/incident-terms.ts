/** How soon an incident is reported, from a day on. A change of law is a row. */
const TERMS: readonly { from: string; hours: number; basis: string }[] = [
  { from: '2024-12-06', hours: 72, basis: 'Nghị định 13/2023/NĐ-CP, Điều 23: thông báo vi phạm trong 72 giờ' },
  { from: '2026-01-01', hours: 72, basis: 'Luật 91/2025/QH15, Điều 23: thông báo vi phạm trong 72 giờ' },
]

/** The end of the term for what was discovered on a day, counted from its beginning: never later than the law says. */
export function reportDue(discoveredOn: string): Date {
  const hours = (TERMS.findLast(({ from }) => from <= discoveredOn) ?? TERMS[0])?.hours ?? 72
  return new Date(new Date(`${discoveredOn}T00:00:00+07:00`).getTime() + hours * 3_600_000)
}
