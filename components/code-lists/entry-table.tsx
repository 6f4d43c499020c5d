import Link from 'next/link'
import { CARDS } from '@/components/ui/card-roles'
import { sayPartialDay } from '@/lib/catalogue/days'

type Uses = { approved: number; drafts: number; revisions: number }
type Row = {
  code: string
  label: string
  note: string | null
  group: string | null
  validFrom: string | null
  validUntil: string | null
  successor?: string
  basis?: string
  state: 'open' | 'closed' | 'coming' | 'lost'
  uses: Uses | null
}

/** The values of a list: from and until when, where they stand, and what takes the place of a closed one. */
export const EntryTable = ({ list, rows, counted }: { list: string; rows: readonly Row[]; counted: boolean }) => (
  <table {...CARDS.table} className="cards" aria-label="Các giá trị">
    <thead {...CARDS.group}>
      <tr {...CARDS.row}>
        <th {...CARDS.columnHead}>Mã</th>
        <th {...CARDS.columnHead}>Tên</th>
        <th {...CARDS.columnHead}>Hiệu lực</th>
        <th {...CARDS.columnHead}>Nơi dùng</th>
        <th {...CARDS.columnHead}>Mã thay thế</th>
      </tr>
    </thead>
    <tbody {...CARDS.group}>
      {rows.map((row) => (
        <tr key={`${row.code}${row.validFrom}`} {...CARDS.row}>
          <td {...CARDS.cell} data-l="Mã">
            {row.code}
          </td>
          <th {...CARDS.rowHead} className="lines">
            <Link href={`/administration/code-lists/${list}/value?${new URLSearchParams({ code: row.code })}`}>
              {row.label}
            </Link>
            {row.note && <span className="meta"> {row.note}</span>}
          </th>
          <td {...CARDS.cell} data-l="Hiệu lực" className="lines">
            {days(row)}
            {row.basis && <span className="meta"> {row.basis}</span>}
          </td>
          <td {...CARDS.cell} data-l="Nơi dùng">
            {counted ? sayUses(row.uses) : '–'}
          </td>
          <td {...CARDS.cell} data-l="Mã thay thế">
            {row.successor ?? (row.state === 'closed' && row.basis && row.uses ? 'chưa có' : '')}
          </td>
        </tr>
      ))}
    </tbody>
  </table>
)

function days({ validFrom, validUntil, state }: Row): string {
  const from = validFrom === null ? '' : `từ ${sayPartialDay(validFrom)}`
  const until = validUntil === null ? '' : `đến hết ${sayPartialDay(validUntil)}`
  const words = [from, until].filter((part) => part !== '').join(' ')
  if (state === 'closed') return `Đã đóng, ${words}`
  return state === 'coming' ? `Chưa đến ngày, ${words}` : words === '' ? 'Đang dùng' : `Đang dùng, ${words}`
}

export function sayUses(uses: Uses | null): string {
  if (uses === null) return 'Không hồ sơ nào'
  const { approved, drafts, revisions } = uses
  return `${drafts.toLocaleString('vi')} bản đang khai, ${approved.toLocaleString('vi')} bản đã duyệt, ${revisions.toLocaleString('vi')} bản đã gửi`
}
