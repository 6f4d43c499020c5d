import Link from 'next/link'
import { Pager } from '@/components/ui/data-table'

type Waiting = {
  submissionId: string
  href: string
  name: string
  /** How long it waits: `2 giờ`, `hôm qua`, `20/11`. */
  since: string
  /** `5 trường`, `3 trường, gửi lần 2`. */
  says: string
}

type ReviewQueueProps = {
  waiting: readonly Waiting[]
  current: string
  /** Address of the whole queue in the same order. */
  list: string
  skip: number
  total: number
}

/** Who waits, around the one that is open, in the order of the list it was opened from. */
export function ReviewQueue({ waiting, current, list, skip, total }: ReviewQueueProps) {
  return (
    <nav className="panel queue" aria-labelledby="queue">
      <div className="panel-head">
        <h2 id="queue">Hàng chờ</h2>
        <span className="meta">{total.toLocaleString('vi')} người</span>
        <Link className="only-phone" href={list}>
          Mở hàng chờ
        </Link>
      </div>
      <ul>
        {waiting.map(({ submissionId, href, name, since, says }) => (
          <li key={submissionId}>
            <Link href={href} aria-current={submissionId === current ? 'page' : undefined} prefetch={false}>
              <b>
                {name}
                <span className="meta">{since}</span>
              </b>
              <span className="meta">{says}</span>
            </Link>
          </li>
        ))}
      </ul>
      <Pager from={waiting.length === 0 ? 0 : skip + 1} to={skip + waiting.length} of={total}>
        <Link href={list}>Xem tất cả</Link>
      </Pager>
    </nav>
  )
}
