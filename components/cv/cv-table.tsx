import Link from 'next/link'
import { Fragment } from 'react'
import { CARDS } from '@/components/ui/card-roles'
import type { Block, Column } from '@/lib/domain/cv/form'
import type { HrefOf } from './cv-paper'

type Table = Extract<Block, { kind: 'table' }>

/** A ruled table of the form; on a phone a list of cards. The first cell of a row leads to where the row is edited. */
export function CvTable({ table: { name, columns, rows, edit }, hrefOf }: { table: Table; hrefOf: HrefOf }) {
  const parted = columns.some(({ over }) => over !== null)
  return (
    <table {...CARDS.table} className="cv-table cards">
      <caption className="vh">{name}</caption>
      <thead {...CARDS.group}>
        <tr {...CARDS.row}>
          {columns.map((column, index) => (
            <Head key={labelOf(column)} columns={columns} index={index} tall={parted} />
          ))}
        </tr>
        {parted && (
          <tr {...CARDS.row}>
            {columns
              .filter(({ over }) => over !== null)
              .map((column) => (
                <th key={column.head} {...CARDS.columnHead}>
                  {column.head}
                </th>
              ))}
          </tr>
        )}
      </thead>
      <tbody {...CARDS.group}>
        {rows.map((row, index) => {
          const href = hrefOf(edit, row.id === '' ? undefined : row.id)
          return (
            <tr key={row.id || index} {...CARDS.row}>
              {columns.map((column, at) => (
                <td key={labelOf(column)} {...CARDS.cell} data-l={labelOf(column)} className={`cv-${column.align}`}>
                  {at === 0 ? <First words={row.cells[at] ?? ''} href={href} /> : row.cells[at]}
                </td>
              ))}
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}

const labelOf = ({ head, over }: Column) => (over === null ? head : `${over} ${head.toLocaleLowerCase('vi')}`)

/** Two neighbours share the head above them; the others reach down to the second row. */
function Head({ columns, index, tall }: { columns: Column[]; index: number; tall: boolean }) {
  const column = columns[index]
  if (!column) return null
  if (column.over === null) {
    return (
      <th {...CARDS.columnHead} rowSpan={tall ? 2 : 1}>
        {column.head}
      </th>
    )
  }
  if (columns[index - 1]?.over === column.over) return <Fragment />
  return (
    <th {...CARDS.columnHead} scope="colgroup" colSpan={2}>
      {column.over}
    </th>
  )
}

function First({ words, href }: { words: string; href: string | null }) {
  if (href === null) return words
  return (
    <Link href={href} prefetch={false}>
      {words === '' ? <span className="cv-add">Ghi</span> : words}
    </Link>
  )
}
