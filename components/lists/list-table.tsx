import Link from 'next/link'
import type { ReactNode } from 'react'
import { CARDS } from '@/components/ui/card-roles'
import { ScrollRegion } from '@/components/ui/data-table'
import { sayDay, sayInstant } from '@/lib/domain/calendar'
import type { Column } from '@/lib/domain/lists/column'
import { askHref, type ListAsk, type ListSpec, pressed } from '@/lib/domain/lists/list-spec'

type ListTableProps<Row, Key extends string, Filter extends string> = {
  spec: ListSpec<Key, Filter>
  ask: ListAsk<Key, Filter>
  columns: readonly Column<Row>[]
  rows: readonly Row[]
  keyOf: (row: Row) => string
  labelledBy: string
  /** The column that heads its row; the first unless told. */
  head?: string
  /** Cells that are more than their words: the name that leads on, a chip. */
  cells?: Partial<Record<string, (row: Row) => ReactNode>>
}

/** The table of every list: sorted by pressing a head, cards on a phone, the columns that were asked for. */
export function ListTable<Row, Key extends string, Filter extends string>({
  spec,
  ask,
  columns,
  rows,
  keyOf,
  labelledBy,
  head = columns[0]?.key,
  cells = {},
}: ListTableProps<Row, Key, Filter>) {
  const hidden = (key: string) => spec.extras?.includes(key) === true && !ask.extras.includes(key)
  const shown = columns.filter(({ key }) => !hidden(key))
  const table = (
    <table
      {...CARDS.table}
      className={ask.extras.length === 0 ? 'cards people-list' : 'cards people-list wide'}
      aria-labelledby={labelledBy}
    >
      <thead {...CARDS.group}>
        <tr {...CARDS.row}>
          {shown.map((column) => (
            <Head key={column.key} spec={spec} ask={ask} column={column} />
          ))}
        </tr>
      </thead>
      <tbody {...CARDS.group}>
        {rows.map((row) => (
          <tr key={keyOf(row)} {...CARDS.row}>
            {shown.map((column) => {
              const said = cells[column.key]?.(row) ?? saying(column, row)
              return column.key === head ? (
                <th key={column.key} {...CARDS.rowHead}>
                  {said}
                </th>
              ) : (
                <td key={column.key} {...CARDS.cell} data-l={column.label} className={classOf(column)}>
                  {said}
                </td>
              )
            })}
          </tr>
        ))}
      </tbody>
    </table>
  )
  // Columns asked for beside the usual ones may be more than fit: then the table scrolls, also by keys.
  return ask.extras.length === 0 ? table : <ScrollRegion label="Bảng, cuộn ngang để xem thêm cột">{table}</ScrollRegion>
}

type HeadProps<Row, Key extends string, Filter extends string> = {
  spec: ListSpec<Key, Filter>
  ask: ListAsk<Key, Filter>
  column: Column<Row>
}

function Head<Row, Key extends string, Filter extends string>({ spec, ask, column }: HeadProps<Row, Key, Filter>) {
  const by = spec.sorts.find((key) => key === column.key)
  const className = column.kind === 'number' ? 'num' : undefined
  if (by === undefined)
    return (
      <th {...CARDS.columnHead} className={className}>
        {column.label}
      </th>
    )
  const isLead = ask.sort.by === by
  return (
    <th
      {...CARDS.columnHead}
      className={className}
      aria-sort={isLead ? (ask.sort.down ? 'descending' : 'ascending') : undefined}
    >
      <Link className="sort" href={askHref(spec, ask, { sort: pressed(ask.sort, by) })} prefetch={false} scroll={false}>
        {column.label}
        {isLead && <span aria-hidden="true">{ask.sort.down ? '↓' : '↑'}</span>}
      </Link>
    </th>
  )
}

function saying<Row>({ kind, of }: Column<Row>, row: Row): ReactNode {
  const value = of(row)
  if (value === null) return ''
  if (value instanceof Date) return <time dateTime={value.toISOString()}>{sayInstant(value)}</time>
  if (kind === 'day') return sayDay(String(value))
  // A year is a number without dots.
  return typeof value === 'number' && value > 9999 ? value.toLocaleString('vi') : value
}

const classOf = <Row,>({ kind }: Column<Row>) =>
  kind === 'number' ? 'num' : kind === 'instant' ? 'soft' : kind === 'text' ? undefined : 'nowrap'
