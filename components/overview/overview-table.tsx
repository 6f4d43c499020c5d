import Link from 'next/link'
import { CARDS } from '@/components/ui/card-roles'
import { ScrollRegion } from '@/components/ui/data-table'
import { Track } from '@/components/ui/track'
import { OVERVIEW_STAGES, PEOPLE_STAGES } from '@/lib/domain/people-stages'
import { type Counted, Figure, share } from './figure'

type Counts = Record<(typeof OVERVIEW_STAGES)[number], number>

export type UnitRow = {
  unitId: string
  name: string
  /** How many units stand behind the row; null for a unit's own people. */
  units: number | null
  counts: Counts
}

type OverviewTableProps = {
  rows: readonly UnitRow[]
  sum: { words: string; counts: Counts; of: Counted | null }
  linked: boolean
  label: string
}

const HEADS: Record<(typeof OVERVIEW_STAGES)[number], string> = {
  people: 'Tổng số',
  complete: 'Hoàn thiện',
  submitted: 'Chờ kiểm',
  checked: 'Chờ ký',
  approved: 'Đã duyệt',
  sent: 'Đã gửi Bộ',
  accepted: 'Bộ đã nhận',
  refused: 'Bộ từ chối',
}

/** Unit by unit, with the sum; each figure is a link to a list of exactly that length. */
export function OverviewTable({ rows, sum, linked, label }: OverviewTableProps) {
  return (
    <ScrollRegion label={label}>
      <table {...CARDS.table} className="cards units">
        <thead {...CARDS.group}>
          <tr {...CARDS.row}>
            <th {...CARDS.columnHead}>Đơn vị</th>
            {OVERVIEW_STAGES.map((stage) => (
              <th key={stage} {...CARDS.columnHead} className="num">
                {HEADS[stage]}
              </th>
            ))}
            <th {...CARDS.columnHead} className="share-head">
              Bộ nhận/tổng số
            </th>
          </tr>
        </thead>
        <tbody {...CARDS.group}>
          {rows.map((row) => (
            <tr key={`${row.unitId}${row.units === null ? '/own' : ''}`} {...CARDS.row}>
              <th {...CARDS.rowHead}>
                <UnitName {...row} />
              </th>
              <Figures
                counts={row.counts}
                of={linked ? { unitId: row.unitId, own: row.units === null } : null}
                name={row.name}
              />
            </tr>
          ))}
        </tbody>
        <tfoot {...CARDS.group}>
          <tr {...CARDS.row}>
            <th {...CARDS.rowHead}>{sum.words}</th>
            <Figures counts={sum.counts} of={sum.of} name={sum.words} />
          </tr>
        </tfoot>
      </table>
    </ScrollRegion>
  )
}

function UnitName({ unitId, name, units }: UnitRow) {
  if (units === null) return <>{name} (trực tiếp)</>
  return (
    <>
      <Link href={`/overview?unit=${unitId}`}>{name}</Link>
      {units > 1 && <span className="meta"> {units.toLocaleString('vi')} đơn vị</span>}
    </>
  )
}

function Figures({ counts, of, name }: { counts: Counts; of: Counted | null; name: string }) {
  const accepted = share(counts.accepted, counts.people)
  return (
    <>
      {OVERVIEW_STAGES.map((stage) => (
        <td key={stage} {...CARDS.cell} className="num" data-l={HEADS[stage]}>
          <Figure figure={counts[stage]} stage={stage} of={of} says={`${PEOPLE_STAGES[stage]}, ${name}`} />
        </td>
      ))}
      <td {...CARDS.cell} data-l="Bộ nhận/tổng số">
        <div className="share">
          <Track thin percents={[counts.people === 0 ? 0 : (100 * counts.accepted) / counts.people]} />
          <b>{accepted}</b>
        </div>
      </td>
    </>
  )
}
