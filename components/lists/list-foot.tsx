import Link from 'next/link'
import { Pager } from '@/components/ui/data-table'
import type { Cursor } from '@/lib/domain/lists/list-cursor'
import { askHref, type ListAsk, type ListSpec, PAGE_SIZES } from '@/lib/domain/lists/list-spec'

type ListFootProps<Key extends string, Filter extends string> = {
  spec: ListSpec<Key, Filter>
  ask: ListAsk<Key, Filter>
  page: {
    rows: readonly unknown[]
    first: number
    total: number
    atLeast: boolean
    previous: Cursor | null
    next: Cursor | null
  }
  /** "người", "việc". */
  noun: string
}

/** Where in the list one is, the pages beside it, and how long a page shall be. */
export function ListFoot<Key extends string, Filter extends string>({
  spec,
  ask,
  page: { rows, first, total, atLeast, previous, next },
  noun,
}: ListFootProps<Key, Filter>) {
  const href = (cursor: Cursor | null) => (cursor ? askHref(spec, ask, { cursor }) : undefined)
  return (
    <Pager
      from={first}
      to={first + rows.length - (rows.length === 0 ? 0 : 1)}
      of={total}
      atLeast={atLeast}
      noun={noun}
      previous={href(previous)}
      next={href(next)}
    >
      {total > PAGE_SIZES[0] && (
        <>
          Mỗi trang{' '}
          {PAGE_SIZES.map((size) => (
            <span key={size}>
              {size === ask.size ? (
                <b aria-current="true">{size}</b>
              ) : (
                <Link href={askHref(spec, ask, { size })} prefetch={false}>
                  {size}
                </Link>
              )}{' '}
            </span>
          ))}
        </>
      )}
    </Pager>
  )
}
