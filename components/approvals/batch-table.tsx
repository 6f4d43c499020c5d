import Link from 'next/link'
import { StateChip } from '@/components/ui/chip'
import { Empty } from '@/components/ui/empty'
import { BATCH_CHIPS, type BatchState, batchName } from '@/lib/domain/batch-words'
import { sayInstant } from '@/lib/domain/calendar'

type Row = {
  id: string
  kind: 'monthly' | 'adHoc'
  period: string
  number: number
  count: number
  state: BatchState
  reason: string | null
  approverName: string | null
  closedAt: Date | null
  unit: { name: string }
}
type Props = { rows: Row[]; labelledBy: string; withUnit: boolean }

/** Batches, newest first, with the signed paper of each. */
export function BatchTable({ rows, labelledBy, withUnit }: Props) {
  if (rows.length === 0) {
    return <Empty title="Chưa có đợt ký nào.">Đợt đầu tiên mở trong năm ngày cuối tháng.</Empty>
  }
  const heads = ['Đợt', ...(withUnit ? ['Đơn vị'] : []), 'Hồ sơ', 'Trạng thái', 'Người ký', 'Lúc', 'Bản phê duyệt']
  return (
    // biome-ignore-start lint/a11y/noRedundantRoles: the cards of a phone take the roles away
    <table role="table" className="cards compact" aria-labelledby={labelledBy}>
      <thead role="rowgroup">
        <tr role="row">
          {heads.map((head) => (
            <th key={head} role="columnheader" scope="col" className={head === 'Hồ sơ' ? 'num' : undefined}>
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {rows.map((row) => (
          <tr key={row.id} role="row">
            <th role="rowheader" scope="row">
              <Link href={`/approvals/${row.id}`}>{batchName(row)}</Link>
            </th>
            {withUnit && (
              <td role="cell" data-l="Đơn vị">
                {row.unit.name}
              </td>
            )}
            <td role="cell" className="num" data-l="Hồ sơ">
              {row.count.toLocaleString('vi')}
            </td>
            <td role="cell" data-l="Trạng thái">
              <StateChip state={BATCH_CHIPS[row.state].chip}>{BATCH_CHIPS[row.state].word}</StateChip>
            </td>
            <td role="cell" data-l="Người ký">
              {row.approverName}
            </td>
            <td role="cell" className="meta nowrap" data-l="Lúc">
              {row.closedAt && sayInstant(row.closedAt)}
            </td>
            <td role="cell" data-l="Bản phê duyệt">
              {row.state === 'approved' && (
                <a href={`/api/documents/approval/${row.id}`} download>
                  Tải PDF<span className="vh"> {batchName(row)}</span>
                </a>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
    // biome-ignore-end lint/a11y/noRedundantRoles: see above
  )
}
