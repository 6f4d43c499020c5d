import Link from 'next/link'
import { CardsTable } from '@/components/ui/cards-table'
import { Panel } from '@/components/ui/panel'
import { sayInstant } from '@/lib/domain/calendar'
import { listHref } from '@/lib/domain/list-query'

type Unknown = { raw: string; records: number; last: Date | null }

/** What the ministry said and no row understands: each becomes a row, or is asked about. */
export function UnknownSentences({ unknown, mayManage }: { unknown: Unknown[]; mayManage: boolean }) {
  return (
    <Panel title={`${unknown.length} câu chưa có trong bảng`} padded={false}>
      <CardsTable
        label="Câu chưa có trong bảng"
        rows={unknown}
        keyOf={({ raw }) => raw}
        columns={[
          { head: 'Bộ trả lời', of: ({ raw }) => raw, lines: true },
          { head: 'Hồ sơ', of: ({ records }) => records.toLocaleString('vi') },
          { head: 'Lần cuối', of: ({ last }) => last && sayInstant(last) },
          ...(mayManage
            ? [
                {
                  head: 'Việc',
                  of: ({ raw }: Unknown) => (
                    <Link href={listHref('/pushes/messages', { heard: raw })} prefetch={false}>
                      Ghi vào bảng<span className="vh">: {raw}</span>
                    </Link>
                  ),
                },
              ]
            : []),
        ]}
      />
    </Panel>
  )
}
