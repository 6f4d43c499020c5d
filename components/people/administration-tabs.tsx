import { type SideTab, SideTabs } from '@/components/layout/side-tabs'
import type { Actor } from '@/lib/domain/policy'

type Tab = 'accounts' | 'units' | 'agreements' | 'approvers' | 'certificates' | 'codeLists' | 'incidents'

const TABS: SideTab<Tab>[] = [
  { key: 'accounts', href: '/administration', label: 'Người và tài khoản', needs: 'account.manage' },
  { key: 'units', href: '/administration/units', label: 'Đơn vị', needs: 'tree.read' },
  { key: 'agreements', href: '/administration/agreements', label: 'Đồng ý cho xem', needs: 'agreement.give' },
  { key: 'approvers', href: '/administration/approvers', label: 'Người duyệt', needs: 'approver.manage' },
  { key: 'certificates', href: '/administration/certificates', label: 'Chứng thư số', needs: 'certificate.register' },
  { key: 'codeLists', href: '/administration/code-lists', label: 'Danh mục', needs: 'codeList.manage' },
  { key: 'incidents', href: '/administration/incidents', label: 'Sự cố', needs: 'incident.record' },
]

/** The sides of administration that open for this actor. */
export const AdministrationTabs = (props: { current: Tab; actor: Actor }) => (
  <SideTabs label="Quản trị" tabs={TABS} {...props} />
)
