import { FreshDownload } from '@/components/lock/fresh-download'
import { Icon } from '@/components/ui/icon'
import { askHref, type ListAsk, type ListSpec, MOST_ROWS } from '@/lib/domain/lists/list-spec'

type ExportLinkProps<Key extends string, Filter extends string> = {
  /** Name of the list among the exports. */
  list: string
  spec: ListSpec<Key, Filter>
  ask: ListAsk<Key, Filter>
  total: number
}

/** The list as it stands, with its filters and its order, as a workbook. A plain link: a download is no page to go to. */
export function ExportLink<Key extends string, Filter extends string>({
  list,
  spec,
  ask,
  total,
}: ExportLinkProps<Key, Filter>) {
  if (total === 0) return null
  if (total > MOST_ROWS)
    return <span className="meta">Lọc còn dưới {MOST_ROWS.toLocaleString('vi')} dòng để xuất Excel</span>
  return (
    <FreshDownload className="button" href={askHref(spec, ask, {}, `/api/lists/${list}`)}>
      <Icon name="down" />
      Xuất Excel
    </FreshDownload>
  )
}
