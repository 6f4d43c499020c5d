import type { Metadata } from 'next'
import { PageHead } from '@/components/layout/page-head'
import { SigningCheck } from '@/components/signing/signing-check'
import { ButtonLink } from '@/components/ui/button'
import { CARDS } from '@/components/ui/card-roles'
import { Empty } from '@/components/ui/empty'
import { Panel } from '@/components/ui/panel'
import { WAY_WORDS } from '@/lib/domain/signing/ways'
import { requireActor } from '@/lib/server/session'
import { installedWays } from '@/lib/server/signing/installed-ways'
import { signingCheck } from '@/lib/server/signing/signing-check'

export const metadata: Metadata = { title: 'Kiểm tra ký số' }

/** Whether one can sign at this machine, and what to do where not. */
export default async function SigningCheckPage() {
  const actor = await requireActor()
  const { ways, tool } = installedWays()
  return (
    <>
      <PageHead
        title="Kiểm tra ký số"
        crumbs={[{ label: 'Ký duyệt', href: '/approvals' }]}
        lead="Xem trước khi ký: công cụ, chứng thư, đồng hồ, thu hồi và quyền của trình duyệt trên máy này."
      >
        <ButtonLink look="small" icon="key" href="/signing/certificates">
          Chứng thư của tôi
        </ButtonLink>
      </PageHead>
      <SigningCheck known={await signingCheck(actor)} tool={ways.includes('vgca') ? tool : null} />
      <Panel title="Cách ký ở đây" padded={false}>
        {ways.length === 0 ? (
          <Empty title="Nơi này chưa bật cách ký nào.">Quản trị hệ thống đặt SIGNING_WAYS.</Empty>
        ) : (
          <table {...CARDS.table} className="cards" aria-label="Cách ký ở đây">
            <tbody {...CARDS.group}>
              {ways.map((way) => (
                <tr key={way} {...CARDS.row}>
                  <th {...CARDS.rowHead}>{WAY_WORDS[way].label}</th>
                  <td {...CARDS.cell}>{WAY_WORDS[way].hint}</td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </Panel>
    </>
  )
}
