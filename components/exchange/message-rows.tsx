import Link from 'next/link'
import { CardsTable } from '@/components/ui/cards-table'
import { Panel } from '@/components/ui/panel'
import { sayDay } from '@/lib/domain/calendar'
import { whoMends } from '@/lib/domain/delivery-words'
import { listHref } from '@/lib/domain/list-query'

type Row = {
  key: string
  sentence: string
  code: string
  message: string
  by: { byName: string; validFrom: string; reason: string } | null
}

/** The table of messages in force today: which sentence, what it means, who mends it, since when. */
export function MessageRows({ rows, mayManage }: { rows: Row[]; mayManage: boolean }) {
  return (
    <Panel title={`Bảng thông điệp đang dùng, ${rows.length} dòng`} padded={false}>
      <CardsTable
        label="Bảng thông điệp đang dùng"
        rows={rows}
        keyOf={({ key }) => key}
        columns={[
          { head: 'Câu của Bộ', of: ({ sentence }) => sentence, lines: true },
          { head: 'Người khai đọc', of: ({ message }) => message, lines: true },
          { head: 'Ai sửa', of: ({ code }) => whoMends(`${code}:`), lines: true },
          {
            head: 'Có từ',
            of: ({ by }) => (by ? `${sayDay(by.validFrom)}, ${by.byName}` : 'theo phần mềm'),
            lines: true,
          },
          ...(mayManage
            ? [
                {
                  head: 'Việc',
                  of: ({ key, sentence }: Row) => (
                    <Link href={listHref('/pushes/messages', { row: key })} prefetch={false}>
                      Sửa<span className="vh"> {sentence}</span>
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
