import Link from 'next/link'
import { CARDS } from '@/components/ui/card-roles'
import type { Waiting } from './waiting'

/** Everybody who waits for an officer, longest waiting first. */
export function QueueTable({ waiting, labelledBy }: { waiting: readonly Waiting[]; labelledBy: string }) {
  return (
    <table {...CARDS.table} className="cards people-list" aria-labelledby={labelledBy}>
      <thead {...CARDS.group}>
        <tr {...CARDS.row}>
          <th {...CARDS.columnHead}>Họ và tên</th>
          <th {...CARDS.columnHead}>Đơn vị</th>
          <th {...CARDS.columnHead}>Thay đổi</th>
          <th {...CARDS.columnHead}>Chờ</th>
        </tr>
      </thead>
      <tbody {...CARDS.group}>
        {waiting.map(({ submissionId, name, unitName, since, says }) => (
          <tr key={submissionId} {...CARDS.row}>
            <th {...CARDS.rowHead}>
              <Link href={`/records/review/${submissionId}`} prefetch={false}>
                {name}
              </Link>
            </th>
            <td {...CARDS.cell} data-l="Đơn vị">
              {unitName}
            </td>
            <td {...CARDS.cell} data-l="Thay đổi">
              {says}
            </td>
            <td {...CARDS.cell} data-l="Chờ">
              {since}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
