import Link from 'next/link'
import { CARDS } from '@/components/ui/card-roles'
import { sayPartialDay } from '@/lib/catalogue/days'

type Row = {
  recordId: string
  name: string
  unitName: string
  section: string
  code: string
  field: string
  label: string
  until: string
  successor: string | null
  /** Only the person writes this field. */
  byPerson: boolean
}

/** Who says what is closed, and what takes its place. */
export const ClosedTable = ({ rows }: { rows: readonly Row[] }) => (
  <table {...CARDS.table} className="cards" aria-label="Hồ sơ ghi giá trị đã đóng">
    <thead {...CARDS.group}>
      <tr {...CARDS.row}>
        <th {...CARDS.columnHead}>Người</th>
        <th {...CARDS.columnHead}>Mục</th>
        <th {...CARDS.columnHead}>Đang ghi</th>
        <th {...CARDS.columnHead}>Giá trị thay thế</th>
        <th {...CARDS.columnHead}>Ai sửa</th>
      </tr>
    </thead>
    <tbody {...CARDS.group}>
      {rows.map(({ recordId, name, unitName, section, code, field, label, until, successor, byPerson }) => (
        <tr key={`${recordId}${code}${label}`} {...CARDS.row}>
          <th {...CARDS.rowHead}>
            <Link href={`/records/${recordId}/edit/${section}#f-${code}`} prefetch={false}>
              {name}
            </Link>
            <span className="meta"> {unitName}</span>
          </th>
          <td {...CARDS.cell} data-l="Mục" className="lines">
            {field}
          </td>
          <td {...CARDS.cell} data-l="Đang ghi" className="lines">
            {label}
            <span className="meta"> đến hết {sayPartialDay(until)}</span>
          </td>
          <td {...CARDS.cell} data-l="Giá trị thay thế" className="lines">
            {successor ?? 'Chưa có, hỏi Sở Nội vụ'}
          </td>
          <td {...CARDS.cell} data-l="Ai sửa">
            {byPerson ? 'Người khai' : 'Cán bộ hồ sơ hoặc người khai'}
          </td>
        </tr>
      ))}
    </tbody>
  </table>
)
