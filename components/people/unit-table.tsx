import Link from 'next/link'
import { CARDS } from '@/components/ui/card-roles'

type Row = {
  id: string
  name: string
  code: string
  type: string
  /** The type is one the law no longer knows on that day. */
  outdated: boolean
  agencyCode: string | null
  depth: number
  people: number
  /** By how many people the unit is over what it was allotted for the year. */
  over: number
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
        {units.map(({ id, name, code, type, outdated, agencyCode, depth, people, over }) => (
          <tr key={id} {...CARDS.row}>
            <th {...CARDS.rowHead} data-depth={Math.min(depth, 4)}>
              <Link href={`/administration/units/${id}`} prefetch={false}>
                {name}
              </Link>
            </th>
            <td {...CARDS.cell} data-l="Loại">
              {type}
              {outdated && <span className="warn"> loại đã hết hiệu lực, cần sắp xếp</span>}
            </td>
            <td {...CARDS.cell} data-l="Mã trong tỉnh">
              {code}
            </td>
            <td {...CARDS.cell} data-l="Mã định danh">
              {agencyCode ?? <span className="warn">chưa có, chưa gửi Bộ được</span>}
            </td>
            <td {...CARDS.cell} data-l="Người" className="num">
              {people}
              {over > 0 && <span className="warn"> vượt {over}</span>}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
