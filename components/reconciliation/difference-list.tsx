import { ListPager } from '@/components/people/list-pager'
import { CardsTable } from '@/components/ui/cards-table'
import { StateChip } from '@/components/ui/chip'
import { Empty } from '@/components/ui/empty'
import { Panel } from '@/components/ui/panel'
import { sayInstant } from '@/lib/domain/calendar'
import { DIFFERENCE_WORDS, type Difference } from '@/lib/domain/exchange/differences'

type Row = {
  id: string
  kind: Difference
  personKey: string
  name: string | null
  unitName: string | null
  receivedAt: Date | null
  resentAt: Date | null
}
type DifferenceListProps = {
  rows: Row[]
  total: number
  page: number
  filter: { kind: Difference | null; unit: string | null }
}

/** Everybody of whom the two sides disagree, with what was done about it. */
export function DifferenceList({ rows, total, page, filter }: DifferenceListProps) {
  return (
    <Panel title={`${total.toLocaleString('vi')} chỗ lệch`} padded={false}>
      {rows.length === 0 ? (
        <Empty title="Không có chỗ lệch nào.">Bộ giữ đúng những gì đã xác nhận nhận.</Empty>
      ) : (
        <CardsTable
          label="Chỗ lệch"
          rows={rows}
          keyOf={({ id }) => id}
          columns={[
            { head: 'Người', of: ({ name, personKey }) => name ?? personKey },
            { head: 'Đơn vị', of: ({ unitName }) => unitName ?? 'Không có trong cổng', lines: true },
            { head: 'Chỗ lệch', of: ({ kind }) => <StateChip state="error">{DIFFERENCE_WORDS[kind].word}</StateChip> },
            { head: 'Bộ nhận lúc', of: ({ receivedAt }) => (receivedAt ? sayInstant(receivedAt) : '') },
            { head: 'Gửi lại', of: ({ resentAt }) => (resentAt ? sayInstant(resentAt) : 'chưa') },
          ]}
        />
      )}
      <ListPager
        path="/pushes/reconciliation"
        filter={filter}
        page={page}
        shown={rows.length}
        total={total}
        noun="chỗ lệch"
      />
    </Panel>
  )
}
