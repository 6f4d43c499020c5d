import { FreshDownload } from '@/components/lock/fresh-download'
import { Icon } from '@/components/ui/icon'
import { askHref, type ListAsk, type ListSpec, MOST_ROWS } from '@/lib/domain/lists/list-spec'
import { type ExportedList, ExportLater, type StartExport } from './export-later'

type ExportLinkProps<Key extends string, Filter extends string> = {
  list: ExportedList
  spec: ListSpec<Key, Filter>
  ask: ListAsk<Key, Filter>
  total: number
  /** Takes the list away in the background, where it is too long to wait for. */
  start: StartExport
}

/** The list as it stands, with its filters and its order, as a workbook. A plain link: a download is no page to go to. */
export function ExportLink<Key extends string, Filter extends string>({
  list,
  spec,
  ask,
  total,
  start,
}: ExportLinkProps<Key, Filter>) {
  if (total === 0) return null
  if (total > MOST_ROWS) {
    return <ExportLater list={list} query={askHref(spec, ask).split('?')[1] ?? ''} start={start} />
  }
  return (
    <FreshDownload className="button" href={askHref(spec, ask, {}, `/api/lists/${list}`)}>
      <Icon name="down" />
      Xuất Excel
    </FreshDownload>
  )
}
