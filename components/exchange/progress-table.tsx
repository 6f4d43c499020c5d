import { CARDS } from '@/components/ui/card-roles'
import { ScrollRegion } from '@/components/ui/data-table'
import {
  PROGRESS_HEADS,
  PROGRESS_STAGES,
  type ProgressCounts,
  type ProgressRow,
  SHARE_HEAD,
  sayShare,
  sumOf,
} from '@/lib/domain/exchange/progress'

/** The table as the ministry prints it: a unit a line, and the sum. */
export function ProgressTable({ rows }: { rows: readonly ProgressRow[] }) {
  return (
    <ScrollRegion label="Tiến độ theo đơn vị">
      <table {...CARDS.table} className="cards units">
        <thead {...CARDS.group}>
          <tr {...CARDS.row}>
            <th {...CARDS.columnHead}>Đơn vị</th>
            {PROGRESS_STAGES.map((stage) => (
              <th key={stage} {...CARDS.columnHead} className="num">
                {PROGRESS_HEADS[stage]}
              </th>
            ))}
            <th {...CARDS.columnHead} className="num">
              {SHARE_HEAD}
            </th>
          </tr>
        </thead>
        <tbody {...CARDS.group}>
          {rows.map(({ unitId, name, counts }) => (
            <tr key={unitId} {...CARDS.row}>
              <th {...CARDS.rowHead}>{name}</th>
              <Figures counts={counts} />
            </tr>
          ))}
        </tbody>
        <tfoot {...CARDS.group}>
          <tr {...CARDS.row}>
            <th {...CARDS.rowHead}>Cộng</th>
            <Figures counts={sumOf(rows.map(({ counts }) => counts))} />
          </tr>
        </tfoot>
      </table>
    </ScrollRegion>
  )
}

const Figures = ({ counts }: { counts: ProgressCounts }) => (
  <>
    {PROGRESS_STAGES.map((stage) => (
      <td key={stage} {...CARDS.cell} className="num" data-l={PROGRESS_HEADS[stage]}>
        {(counts[stage] ?? 0).toLocaleString('vi')}
      </td>
    ))}
    <td {...CARDS.cell} className="num" data-l={SHARE_HEAD}>
      {sayShare(counts)}
    </td>
  </>
)
