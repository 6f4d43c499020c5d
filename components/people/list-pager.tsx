import { Pager } from '@/components/ui/data-table'
import { listHref, ROWS_A_PAGE } from '@/lib/domain/list-query'

type ListPagerProps = {
  path: string
  filter: Readonly<Record<string, string | null | undefined>>
  page: number
  shown: number
  total: number
  noun: string
  /** Rows a page, where they are not the usual fifty. */
  rows?: number
}

/** Foot of a list whose filter stands in the address. */
export function ListPager({ path, filter, page, shown, total, noun, rows = ROWS_A_PAGE }: ListPagerProps) {
  const skipped = (page - 1) * rows
  return (
    <Pager
      from={shown === 0 ? 0 : skipped + 1}
      to={skipped + shown}
      of={total}
      noun={noun}
      previous={page > 1 ? listHref(path, { ...filter, page: page - 1 }) : undefined}
      next={skipped + shown < total ? listHref(path, { ...filter, page: page + 1 }) : undefined}
    />
  )
}
