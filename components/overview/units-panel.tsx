import { ListPager } from '@/components/people/list-pager'
import type { PeopleStage } from '@/lib/domain/people-stages'
import type { Counted } from './figure'
import { OverviewTable, type UnitColumns } from './overview-table'

type Counts<Stage extends PeopleStage> = Record<Stage | 'people', number>

type UnitsPanelProps<Stage extends PeopleStage> = {
  columns: UnitColumns<Stage>
  /** Every row of the table; the page shows those from `skip` on. */
  rows: readonly { unit: { id: string; name: string }; own: boolean; units: number; counts: Counts<Stage> }[]
  page: number
  skip: number
  take: number
  name: string
  units: number
  sum: Counts<Stage>
  of: Counted | null
  linked: boolean
  /** The unit the page is about, for the pager's addresses. */
  unitId: string | null
}

/** What a page counts, unit by unit, a page of rows at a time under one sum. */
export function UnitsPanel<Stage extends PeopleStage>({
  columns,
  rows,
  page,
  skip,
  take,
  name,
  units,
  sum,
  of,
  linked,
  unitId,
}: UnitsPanelProps<Stage>) {
  const shown = rows.slice(skip, skip + take)
  return (
    <section className="panel mt-4" aria-labelledby="units">
      <header>
        <h2 id="units">Theo đơn vị</h2>
        {linked && (
          <span className="meta">Bấm vào số để xem đúng những người đó, bấm tên để xem đơn vị trực thuộc</span>
        )}
      </header>
      <OverviewTable
        label="Bảng theo đơn vị, cuộn ngang được"
        columns={columns}
        rows={shown.map((row) => ({
          unitId: row.unit.id,
          name: row.unit.name,
          units: row.own ? null : row.units,
          counts: row.counts,
        }))}
        sum={{ words: `${name}, ${units.toLocaleString('vi')} đơn vị`, counts: sum, of }}
        linked={linked}
      />
      <ListPager
        path={columns.path}
        filter={{ unit: unitId }}
        page={page}
        shown={shown.length}
        total={rows.length}
        noun="dòng"
      />
    </section>
  )
}
