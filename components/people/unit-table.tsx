import Link from 'next/link'
import { CARDS } from '@/components/ui/card-roles'

type Row = {
  id: string
  name: string
  code: string
  type: string
  agencyCode: string | null
  depth: number
  people: number
}

/** Units as they stand in the tree. */
export function UnitTable({ units, labelledBy }: { units: readonly Row[]; labelledBy: string }) {
  return (
    <table {...CARDS.table} className="cards unit-tree" aria-labelledby={labelledBy}>
      <thead {...CARDS.group}>
        <tr {...CARDS.row}>
          <th {...CARDS.columnHead}>Đơn vị</th>
          <th {...CARDS.columnHead}>Loại</th>
          <th {...CARDS.columnHead}>Mã trong tỉnh</th>
          <th {...CARDS.columnHead}>Mã định danh</th>
          <th {...CARDS.columnHead} className="num">
            Người
          </th>
        </tr>
      </thead>
      <tbody {...CARDS.group}>
        {units.map(({ id, name, code, type, agencyCode, depth, people }) => (
          <tr key={id} {...CARDS.row}>
            <th {...CARDS.rowHead} data-depth={Math.min(depth, 4)}>
              <Link href={`/administration/units/${id}`} prefetch={false}>
                {name}
              </Link>
            </th>
            <td {...CARDS.cell} data-l="Loại">
              {type}
            </td>
            <td {...CARDS.cell} data-l="Mã trong tỉnh">
              {code}
            </td>
            <td {...CARDS.cell} data-l="Mã định danh">
              {agencyCode ?? <span className="warn">chưa có, chưa gửi Bộ được</span>}
            </td>
            <td {...CARDS.cell} data-l="Người" className="num">
              {people}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
