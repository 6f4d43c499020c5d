import { type SideTab, SideTabs } from '@/components/layout/side-tabs'
import type { Actor } from '@/lib/domain/policy'

type Tab = 'pushes' | 'stuck' | 'reconciliation' | 'progress' | 'messages' | 'connection'

const TABS: SideTab<Tab>[] = [
  { key: 'pushes', href: '/pushes', label: 'Danh sách gửi', needs: 'push.read' },
  { key: 'stuck', href: '/pushes/stuck', label: 'Đang kẹt', needs: 'push.read' },
  { key: 'reconciliation', href: '/pushes/reconciliation', label: 'Đối soát', needs: 'push.read' },
  { key: 'progress', href: '/pushes/progress', label: 'Tiến độ', needs: 'exchange.read' },
  { key: 'messages', href: '/pushes/messages', label: 'Bảng thông điệp', needs: 'exchange.read' },
  { key: 'connection', href: '/pushes/connection', label: 'Kênh kết nối', needs: 'exchange.read' },
]

/** The sides of the exchange that open for this actor. */
export const ExchangeTabs = (props: { current: Tab; actor: Actor }) => (
  <SideTabs label="Đồng bộ quốc gia" tabs={TABS} {...props} />
)
