import Link from 'next/link'
import { CARDS } from '@/components/ui/card-roles'
import { ScrollRegion } from '@/components/ui/data-table'
import { Track } from '@/components/ui/track'
import { PEOPLE_STAGES, type PeopleStage } from '@/lib/domain/people-stages'
import { type Counted, Figure, share } from './figure'

type Counts<Stage extends PeopleStage> = Record<Stage | 'people', number>

/** What the columns count, each under its head, and the one whose part of the whole is drawn at the end. */
export type UnitColumns<Stage extends PeopleStage> = {
  heads: readonly { stage: Stage; head: string }[]
  share: { stage: Stage; head: string }
  /** The page one comes to by a unit's name. */
  path: string
}

type UnitRow<Stage extends PeopleStage> = {
  unitId: string
  name: string
  /** How many units stand behind the row; null for a unit's own people. */
  units: number | null
  counts: Counts<Stage>
}

type OverviewTableProps<Stage extends PeopleStage> = {
  columns: UnitColumns<Stage>
  rows: readonly UnitRow<Stage>[]
  sum: { words: string; counts: Counts<Stage>; of: Counted | null }
  linked: boolean
  label: string
}

/** Unit by unit, with the sum; each figure is a link to a list of exactly that length. */
export function OverviewTable<Stage extends PeopleStage>({
  columns,
  rows,
  sum,
  linked,
  label,
}: OverviewTableProps<Stage>) {
  return (
    <ScrollRegion label={label}>
      <table {...CARDS.table} className="cards units">
        <thead {...CARDS.group}>
          <tr {...CARDS.row}>
            <th {...CARDS.columnHead}>Đơn vị</th>
            {columns.heads.map(({ stage, head }) => (
              <th key={stage} {...CARDS.columnHead} className="num">
                {head}
              </th>
            ))}
            <th {...CARDS.columnHead} className="share-head">
              {columns.share.head}
            </th>
          </tr>
        </thead>
        <tbody {...CARDS.group}>
          {rows.map((row) => (
            <tr key={`${row.unitId}${row.units === null ? '/own' : ''}`} {...CARDS.row}>
              <th {...CARDS.rowHead}>
                <UnitName {...row} path={columns.path} />
              </th>
              <Figures
                columns={columns}
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
            <Figures columns={columns} counts={sum.counts} of={sum.of} name={sum.words} />
          </tr>
        </tfoot>
      </table>
    </ScrollRegion>
  )
}

function UnitName({ unitId, name, units, path }: Pick<UnitRow<never>, 'unitId' | 'name' | 'units'> & { path: string }) {
  if (units === null) return <>{name} (trực tiếp)</>
  return (
    <>
      <Link href={`${path}?unit=${unitId}`}>{name}</Link>
      {units > 1 && <span className="meta"> {units.toLocaleString('vi')} đơn vị</span>}
    </>
  )
}

type FiguresProps<Stage extends PeopleStage> = {
  columns: UnitColumns<Stage>
  counts: Counts<Stage>
  of: Counted | null
  name: string
}

function Figures<Stage extends PeopleStage>({ columns, counts, of, name }: FiguresProps<Stage>) {
  const part = counts[columns.share.stage]
  return (
    <>
      {columns.heads.map(({ stage, head }) => (
        <td key={stage} {...CARDS.cell} className="num" data-l={head}>
          <Figure figure={counts[stage]} stage={stage} of={of} says={`${PEOPLE_STAGES[stage]}, ${name}`} />
        </td>
      ))}
      <td {...CARDS.cell} data-l={columns.share.head}>
        <div className="share">
          <Track thin percents={[counts.people === 0 ? 0 : (100 * part) / counts.people]} />
          <b>{share(part, counts.people)}</b>
        </div>
      </td>
    </>
  )
}
