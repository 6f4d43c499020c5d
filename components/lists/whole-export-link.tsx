import { FreshDownload } from '@/components/lock/fresh-download'
import { Icon } from '@/components/ui/icon'
import { listHref } from '@/lib/domain/list-query'

type Props = {
  list: 'units' | 'overview' | 'quality' | 'codeList'
  filter: Readonly<Record<string, string | null>>
}

/** A list that is worked out whole, as a workbook. */
export const WholeExportLink = ({ list, filter }: Props) => (
  <FreshDownload className="button" href={listHref(`/api/lists/${list}`, filter)}>
    <Icon name="down" />
    Xuất Excel
  </FreshDownload>
)
