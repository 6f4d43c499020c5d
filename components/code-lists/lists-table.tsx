import Link from 'next/link'
import { ListFilter } from '@/components/lists/list-filter'
import { CARDS } from '@/components/ui/card-roles'
import { sayInstant } from '@/lib/domain/calendar'

type Row = {
  name: string
  title: string
  source: string
  total: number
  inForce: number
  version: { number: number; basis: string; at: Date } | null
  isFixed: boolean
}

/** Every list, with its length, its version and what it rests on. */
export const ListsTable = ({ lists, search }: { lists: readonly Row[]; search: string }) => (
  <>
    <ListFilter
      path="/administration/code-lists"
      searchLabel="Tên danh mục"
      search={search}
      fields={[]}
      carried={{}}
      narrowed={search !== ''}
    />
    <table {...CARDS.table} className="cards" aria-label="Các danh mục">
      <thead {...CARDS.group}>
        <tr {...CARDS.row}>
          <th {...CARDS.columnHead}>Danh mục</th>
          <th {...CARDS.columnHead}>Giá trị</th>
          <th {...CARDS.columnHead}>Bản đang dùng</th>
          <th {...CARDS.columnHead}>Nguồn khi giao phần mềm</th>
        </tr>
      </thead>
      <tbody {...CARDS.group}>
        {lists.map(({ name, title, source, total, inForce, version, isFixed }) => (
          <tr key={name} {...CARDS.row}>
            <th {...CARDS.rowHead} className="lines">
              <Link href={`/administration/code-lists/${name}`}>{title}</Link>
            </th>
            <td {...CARDS.cell} data-l="Giá trị">
              {inForce.toLocaleString('vi')} đang dùng
              {total > inForce && <span className="meta"> {(total - inForce).toLocaleString('vi')} khác</span>}
            </td>
            <td {...CARDS.cell} data-l="Bản đang dùng" className="lines">
              {version === null ? 'Bản giao phần mềm' : `Bản ${version.number}: ${version.basis}`}
              <span className="meta"> {version !== null && sayInstant(version.at)}</span>
              {isFixed && <span className="meta"> Đổi cùng bản phần mềm</span>}
            </td>
            <td {...CARDS.cell} data-l="Nguồn khi giao phần mềm" className="lines">
              <details>
                <summary>Xem nguồn</summary>
                {source}
              </details>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  </>
)
