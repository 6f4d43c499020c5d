import Link from 'next/link'
import type { ReactNode } from 'react'
import { CARDS } from '@/components/ui/card-roles'
import { Track } from '@/components/ui/track'
import { sayDay } from '@/lib/domain/calendar'
import type { QualityStage } from '@/lib/domain/people-stages'
import { liveSince } from '@/lib/domain/quality/live-period'
import { MARK_WORDS, MATCHING, type Mark } from '@/lib/domain/quality/marks'
import { type Counted, Figure, share } from './figure'

type QualityFiguresProps = {
  counts: Record<QualityStage, number>
  of: Counted | null
  today: string
  /** The same unit by unit; left out where that stands below. */
  unitsHref?: string
}

const CELLS = [
  { mark: 'correct', holds: 'correct', fails: 'incorrect', says: 'chưa đúng' },
  { mark: 'complete', holds: 'complete', fails: 'incomplete', says: 'còn thiếu' },
  { mark: 'clean', holds: 'clean', fails: 'unclean', says: 'chưa sạch' },
  { mark: 'live', holds: 'live', fails: 'notLive', says: 'chưa sống' },
] as const satisfies readonly { mark: Mark; holds: QualityStage; fails: QualityStage; says: string }[]

/** Đúng, đủ, sạch, sống: each with its part of the whole, and who is behind the number. */
export function QualityFigures({ counts, of, today, unitsHref }: QualityFiguresProps) {
  const figure = (stage: QualityStage, says: string) => (
    <Figure figure={counts[stage]} stage={stage} of={of} says={says} />
  )
  return (
    <section className="panel" aria-labelledby="quality">
      <header>
        <h2 id="quality">Chất lượng dữ liệu</h2>
        {unitsHref && (
          <Link className="meta" href={unitsHref}>
            Theo đơn vị
          </Link>
        )}
      </header>
      <table {...CARDS.table} className="kpi cards">
        <thead {...CARDS.group}>
          <tr {...CARDS.row}>
            {CELLS.map(({ mark }) => (
              <th key={mark} {...CARDS.columnHead}>
                {MARK_WORDS[mark].name}
              </th>
            ))}
            <th {...CARDS.columnHead}>Cả bốn</th>
          </tr>
        </thead>
        <tbody {...CARDS.group}>
          <tr {...CARDS.row}>
            {CELLS.map(({ mark, holds, fails, says }) => (
              <Cell key={mark} head={MARK_WORDS[mark].name} part={counts[holds]} whole={counts.people}>
                {figure(holds, MARK_WORDS[mark].means)}
                <span className="meta">
                  {share(counts[holds], counts.people)}, {says} {figure(fails, `người ${says}`)}
                </span>
              </Cell>
            ))}
            <Cell head="Cả bốn" part={counts.good} whole={counts.people}>
              {figure('good', 'đúng, đủ, sạch, sống')}
              <span className="meta">{share(counts.good, counts.people)}</span>
            </Cell>
          </tr>
        </tbody>
      </table>
      <p className="meta px-4 py-2">
        Đúng: {MARK_WORDS.correct.means}. {MATCHING} Sạch: {MARK_WORDS.clean.means}. Sống: {MARK_WORDS.live.means}, tính
        từ {sayDay(liveSince(today))}.
        {counts.unjudged > 0 && <> Chưa tính: {figure('unjudged', 'người chưa tính chất lượng')}.</>}
      </p>
    </section>
  )
}

function Cell({ head, part, whole, children }: { head: string; part: number; whole: number; children: ReactNode }) {
  const [figure, note] = [children].flat()
  return (
    <td {...CARDS.cell} data-l={head}>
      <b>{figure}</b>
      {note}
      <Track percents={[whole === 0 ? 0 : (100 * part) / whole]} />
    </td>
  )
}
