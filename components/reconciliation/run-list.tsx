import { CardsTable } from '@/components/ui/cards-table'
import { Panel } from '@/components/ui/panel'
import { sayInstant } from '@/lib/domain/calendar'

type Run = {
  id: string
  source: 'report' | 'own'
  askedBy: string | null
  startedAt: Date
  endedAt: Date | null
  failure: string | null
  acknowledged: number
  equal: number
}

/** The last comparisons, those that came to nothing too. */
export function RunList({ runs }: { runs: Run[] }) {
  return (
    <Panel title="Các lần đối soát" padded={false}>
      <CardsTable
        label="Các lần đối soát"
        rows={runs}
        keyOf={({ id }) => id}
        columns={[
          { head: 'Bắt đầu', of: ({ startedAt }) => sayInstant(startedAt) },
          { head: 'Ai cho chạy', of: ({ askedBy }) => askedBy ?? 'Tự chạy hằng đêm' },
          { head: 'So với', of: ({ source }) => (source === 'report' ? 'báo cáo của Bộ' : 'bản đã duyệt của cổng') },
          { head: 'Kết quả', of: sayResult, lines: true },
        ]}
      />
    </Panel>
  )
}

function sayResult({ endedAt, failure, acknowledged, equal }: Run): string {
  if (failure) return `Chưa đối soát được: ${failure}.`
  if (!endedAt) return 'Đang chạy'
  return `Bộ đã xác nhận ${acknowledged.toLocaleString('vi')}, khớp ${equal.toLocaleString('vi')}`
}
