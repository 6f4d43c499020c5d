import type { Metadata } from 'next'
import { ExchangeTabs } from '@/components/exchange/exchange-tabs'
import { MessageForm } from '@/components/exchange/message-form'
import { MessageRows } from '@/components/exchange/message-rows'
import { UnknownSentences } from '@/components/exchange/unknown-sentences'
import { PageHead } from '@/components/layout/page-head'
import { LineList } from '@/components/ui/line-list'
import { Notice } from '@/components/ui/notice'
import { Panel } from '@/components/ui/panel'
import { sayDay, sayInstant } from '@/lib/domain/calendar'
import { type Query, wordIn } from '@/lib/domain/list-query'
import { requireDoor } from '@/lib/server/access'
import { messagesPage } from '@/lib/server/exchange/messages-page'
import { writeRow } from './actions'

export const metadata: Metadata = { title: 'Bảng thông điệp của Bộ' }

/** What each sentence of the ministry's means, as data that administrators write and date. */
export default async function MessagesPage({ searchParams }: { searchParams: Promise<Query> }) {
  const actor = await requireDoor('exchange.read', '/pushes/messages')
  const query = await searchParams
  const { rows, unknown, later, history, names, mayManage } = await messagesPage(actor)
  const [heard, asked, reread] = [wordIn(query, 'heard'), wordIn(query, 'row'), wordIn(query, 'reread')]
  const row = rows.find(({ key }) => key === asked)
  const open = mayManage && (heard !== '' || row !== undefined)
  return (
    <>
      <PageHead
        title="Bảng thông điệp của Bộ"
        crumbs={[{ label: 'Đồng bộ quốc gia', href: '/pushes' }]}
        lead="Mỗi câu từ chối của Bộ được đọc thành lỗi gì, ở mục nào, ai sửa. Dòng ghi sau thay dòng ghi trước, có ngày áp dụng."
      />
      <ExchangeTabs current="messages" actor={actor} />
      {/^\d{1,9}$/.test(reread) && (
        <Notice look="good" live title="Đã ghi vào bảng.">
          {Number(reread).toLocaleString('vi')} hồ sơ đang bị từ chối được đọc lại theo bảng mới.
        </Notice>
      )}
      {open && (
        <MessageForm
          key={`${heard}${asked}`}
          row={row ?? { sentence: heard, code: 'E_CATALOG', field: null, message: '' }}
          heard={heard === '' ? null : heard}
          today={sayDay(actor.today)}
          names={names}
          write={writeRow}
        />
      )}
      {unknown.length > 0 && <UnknownSentences unknown={unknown} mayManage={mayManage} />}
      <MessageRows rows={rows} mayManage={mayManage} />
      {history.length > 0 && (
        <Panel title="Đã ghi">
          <LineList
            events={history.map(({ id, sentence, byName, at, validFrom, withdrawn, reason }) => ({
              key: String(id),
              at: at.toISOString(),
              time: sayInstant(at),
              what: `${byName} ${withdrawn ? 'thôi dùng' : 'ghi'} “${sentence}” từ ${sayDay(validFrom)}: ${reason}`,
            }))}
          />
        </Panel>
      )}
      {later.length > 0 && (
        <p className="meta">{later.length} dòng có ngày áp dụng sau hôm nay, xem ở phần “Đã ghi”.</p>
      )}
    </>
  )
}
