import { Track } from '@/components/ui/track'
import { sayTime } from '@/lib/domain/calendar'

type Figures = { queued: number; sent: number; waiting: number; accepted: number; stuck: number }

/** How far the signed records have come, in words and bars. What is re-affirmed unchanged was sent before. */
export function DeliverySteps({ count, closedAt, figures }: { count: number; closedAt: Date; figures: Figures }) {
  const { queued, sent, waiting, accepted, stuck } = figures
  const rows = [
    { step: 'Ký duyệt', done: count, of: count, at: sayTime(closedAt) },
    { step: 'Kiểm lại chữ ký', done: count, of: count, at: sayTime(closedAt) },
    { step: 'Gửi Bộ Nội vụ', done: sent, of: queued, at: sayWaiting(queued, waiting) },
    { step: 'Bộ tiếp nhận', done: accepted, of: queued, at: stuck > 0 ? `${stuck} hồ sơ cần xử lý` : '' },
  ]
  return (
    // biome-ignore-start lint/a11y/noRedundantRoles: the cards of a phone take the roles away
    <table role="table" className="cards compact steps" aria-labelledby="steps">
      <thead role="rowgroup">
        <tr role="row">
          <th role="columnheader" scope="col">
            Bước
          </th>
          <th role="columnheader" scope="col" className="num">
            Hồ sơ
          </th>
          <th role="columnheader" scope="col">
            Tiến độ
          </th>
          <th role="columnheader" scope="col">
            Lúc
          </th>
        </tr>
      </thead>
      <tbody role="rowgroup">
        {rows.map(({ step, done, of, at }) => (
          <tr key={step} role="row">
            <th role="rowheader" scope="row">
              {step}
            </th>
            <td role="cell" className="num" data-l="Hồ sơ">
              {done.toLocaleString('vi')}/{of.toLocaleString('vi')}
            </td>
            <td role="cell" className="bar-cell">
              <Track percents={[of === 0 ? 0 : Math.round((done / of) * 100)]} />
            </td>
            <td role="cell" className="meta">
              {at}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
    // biome-ignore-end lint/a11y/noRedundantRoles: see above
  )
}

function sayWaiting(queued: number, waiting: number) {
  if (queued === 0) return 'không có hồ sơ nào phải gửi'
  return waiting > 0 ? 'đang gửi' : 'đã gửi hết'
}
