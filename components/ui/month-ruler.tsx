import type { ReactNode } from 'react'

type MonthRulerProps = {
  /** Head of the ruler: "Tháng 11: gửi trước 17:00 ngày 25/11". */
  title: ReactNode
  aside?: ReactNode | undefined
  /** Days as YYYY-MM-DD; `today` may lie outside the month (then no day is today). */
  month: string
  today: string
  due?: string | undefined
  window: { from: string; to: string }
  /** One line for each mark that is on the ruler. */
  legend?: { mark: 'today' | 'due' | 'window' | undefined; words: string }[]
}

/**
 * The law's month, day by day: today in lotus, the due date in amber, the signing days in violet.
 * `<MonthRuler title="…" month="2026-11" today="2026-11-24" due="2026-11-25" window={{ from: '2026-11-26', to: '2026-11-30' }} />`
 * A phone shows ten days around today.
 */
export function MonthRuler({ title, aside, month, today, due, window, legend = [] }: MonthRulerProps) {
  const days = daysOf(month)
  const shown = tenDaysAround(days, today)
  return (
    <div className="ruler-wrap">
      <div className="ruler-top">
        <h2>{title}</h2>
        {aside && <span className="soft">{aside}</span>}
      </div>
      <ol className="ruler" aria-label={`Lịch tháng ${Number(month.slice(5, 7))} năm ${month.slice(0, 4)}`}>
        {days.map((day) => (
          <li key={day} className={classOf(day, { today, due, window }, shown)}>
            {Number(day.slice(8))}
            {day === today && <span className="vh"> hôm nay</span>}
            {day === due && <span className="vh"> hạn gửi</span>}
          </li>
        ))}
      </ol>
      {legend.length > 0 && (
        <ul className="ruler-key">
          {legend.map(({ mark, words }) => (
            <li key={mark} className={`is-${mark}`}>
              {words}
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

function classOf(
  day: string,
  { today, due, window }: Pick<MonthRulerProps, 'today' | 'due' | 'window'>,
  shown: Set<string>,
) {
  const kind =
    (day === today && 'today') ||
    (day === due && 'due') ||
    (day >= window.from && day <= window.to && 'window') ||
    (isWeekend(day) && 'off') ||
    (day < today && 'past')
  return [kind, !shown.has(day) && 'far'].filter(Boolean).join(' ') || undefined
}

function daysOf(month: string): string[] {
  const last = new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5, 7)), 0)).getUTCDate()
  return Array.from({ length: last }, (_, index) => `${month.slice(0, 7)}-${String(index + 1).padStart(2, '0')}`)
}

function isWeekend(day: string) {
  return [0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay())
}

function tenDaysAround(days: string[], today: string): Set<string> {
  const at = days.indexOf(today)
  const from = Math.max(0, Math.min(at < 0 ? days.length : at - 3, days.length - 10))
  return new Set(days.slice(from, from + 10))
}
