import Link from 'next/link'
import { CardsTable } from '@/components/ui/cards-table'
import { Panel } from '@/components/ui/panel'
import { DIFFERENCE_WORDS, type Difference } from '@/lib/domain/exchange/differences'
import { listHref } from '@/lib/domain/list-query'

type Row = { unitId: string | null; unitName: string | null; kind: Difference; open: number; all: number }

/** Where the two sides disagree, unit by unit, and what to do about each kind. */
export function UnitSums({ sums }: { sums: Row[] }) {
  return (
    <Panel title="Theo đơn vị" padded={false}>
      <CardsTable
        label="Chỗ lệch theo đơn vị"
        rows={sums}
        keyOf={({ unitId, kind }) => `${unitId} ${kind}`}
        columns={[
          { head: 'Đơn vị', of: ({ unitName }) => unitName ?? 'Không có trong cổng', lines: true },
          {
            head: 'Chỗ lệch',
            of: ({ unitId, kind }) => (
              <Link href={listHref('/pushes/reconciliation', { unit: unitId, kind })}>
                {DIFFERENCE_WORDS[kind].word}
              </Link>
            ),
          },
          { head: 'Hồ sơ', of: ({ all }) => all.toLocaleString('vi') },
          { head: 'Chưa gửi lại', of: ({ open }) => open.toLocaleString('vi') },
          { head: 'Việc', of: ({ kind }) => DIFFERENCE_WORDS[kind].remedy, lines: true },
        ]}
      />
    </Panel>
  )
}
