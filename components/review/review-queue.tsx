import Link from 'next/link'
import { Pager } from '@/components/ui/data-table'
import type { Waiting } from './waiting'

type ReviewQueueProps = { waiting: readonly Waiting[]; current: string; skip: number; total: number }

/** Who waits, around the one that is open; longest waiting first. */
export function ReviewQueue({ waiting, current, skip, total }: ReviewQueueProps) {
  return (
    <nav className="panel queue" aria-labelledby="queue">
      <div className="panel-head">
        <h2 id="queue">Hàng chờ</h2>
        <span className="meta">{total.toLocaleString('vi')} người</span>
        <Link className="only-phone" href="/records/review">
          Mở hàng chờ
        </Link>
      </div>
      <ul>
        {waiting.map(({ submissionId, name, since, says }) => (
          <li key={submissionId}>
            <Link
              href={`/records/review/${submissionId}`}
              aria-current={submissionId === current ? 'page' : undefined}
              prefetch={false}
            >
              <b>
                {name}
                <span className="meta">{since}</span>
              </b>
              <span className="meta">{says}</span>
            </Link>
          </li>
        ))}
      </ul>
      <Pager from={total === 0 ? 0 : skip + 1} to={skip + waiting.length} of={total}>
        <Link href="/records/review">Xem tất cả</Link>
      </Pager>
    </nav>
  )
}
