import type { ReactNode } from 'react'
import { CARDS } from './card-roles'

type CardColumn<Row> = {
  head: string
  of: (row: Row) => ReactNode
  /** Words that may take several lines; what is not, stays on one. */
  lines?: boolean
  /** On a phone, where the head is a label before each value: a shorter one. */
  short?: string
}

type CardsTableProps<Row> = {
  label: string
  rows: readonly Row[]
  keyOf: (row: Row) => string
  /** The first heads its row. */
  columns: readonly CardColumn<Row>[]
}

/** A table that is a list of cards on a phone, where nothing is sorted or narrowed. */
export function CardsTable<Row>({ label, rows, keyOf, columns }: CardsTableProps<Row>) {
  return (
    <table {...CARDS.table} className="cards" aria-label={label}>
      <thead {...CARDS.group}>
        <tr {...CARDS.row}>
          {columns.map(({ head }) => (
            <th key={head} {...CARDS.columnHead}>
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody {...CARDS.group}>
        {rows.map((row) => (
          <tr key={keyOf(row)} {...CARDS.row}>
            {columns.map(({ head, of, lines, short = head }, at) =>
              at === 0 ? (
                <th key={head} {...CARDS.rowHead} className={lines ? 'lines' : undefined}>
                  {of(row)}
                </th>
              ) : (
                <td key={head} {...CARDS.cell} data-l={short} className={lines ? 'lines' : undefined}>
                  {of(row)}
                </td>
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
