import { CARDS } from '@/components/ui/card-roles'
import { Track } from '@/components/ui/track'
import type { PeopleStage } from '@/lib/domain/people-stages'
import { type Counted, Figure, share } from './figure'

type Counts = Record<
  'people' | 'complete' | 'incomplete' | 'approved' | 'sent' | 'toSend' | 'accepted' | 'refused',
  number
>

type ProvinceFiguresProps = { counts: Counts; units: number; of: Counted | null }

/** The ministry's table in one line: each figure with its word and, where something is missing, the link to these people. */
export function ProvinceFigures({ counts, units, of }: ProvinceFiguresProps) {
  const part = (stage: PeopleStage & keyof Counts, says: string) => (
    <Figure figure={counts[stage]} stage={stage} of={of} says={says} />
  )
  const cells = [
    { head: 'Tổng số', figure: counts.people, note: `${units.toLocaleString('vi')} đơn vị` },
    {
      head: 'Hoàn thiện',
      figure: counts.complete,
      note: (
        <>
          {share(counts.complete, counts.people)}, thiếu {part('incomplete', 'người còn thiếu')}
        </>
      ),
    },
    { head: 'Đã duyệt', figure: counts.approved, note: share(counts.approved, counts.people) },
    { head: 'Đã gửi Bộ', figure: counts.sent, note: <>đang chờ gửi {part('toSend', 'hồ sơ chờ gửi')}</> },
    { head: 'Bộ tiếp nhận', figure: counts.accepted, note: <>bị từ chối {part('refused', 'hồ sơ')}</> },
  ]
  return (
    <section className="panel" aria-label="Số liệu chung">
      <table {...CARDS.table} className="kpi cards">
        <thead {...CARDS.group}>
          <tr {...CARDS.row}>
            {cells.map(({ head }) => (
              <th key={head} {...CARDS.columnHead}>
                {head}
              </th>
            ))}
            <th {...CARDS.columnHead}>Bộ nhận trên tổng số</th>
          </tr>
        </thead>
        <tbody {...CARDS.group}>
          <tr {...CARDS.row}>
            {cells.map(({ head, figure, note }) => (
              <td key={head} {...CARDS.cell} data-l={head}>
                <b>{figure.toLocaleString('vi')}</b>
                <span className="meta">{note}</span>
              </td>
            ))}
            <td {...CARDS.cell} data-l="Bộ nhận trên tổng số">
              <b>{share(counts.accepted, counts.people)}</b>
              <Track percents={[counts.people === 0 ? 0 : (100 * counts.accepted) / counts.people]} />
            </td>
          </tr>
        </tbody>
      </table>
    </section>
  )
}
