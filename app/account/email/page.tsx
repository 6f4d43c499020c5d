import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { PageHead } from '@/components/layout/page-head'
import { Notice } from '@/components/ui/notice'
import { Panel } from '@/components/ui/panel'
import { mustHaveSecondFactor } from '@/lib/domain/second-factor'
import { now } from '@/lib/server/clock'
import { secondFactorOf } from '@/lib/server/second-factor'
import { ownEmail } from '@/lib/server/self-reset/own-email'
import { heldRoles, requireActor } from '@/lib/server/session'
import { EmailForm } from './email-form'

export const metadata: Metadata = { title: 'E-mail đặt lại mật khẩu' }

export default async function EmailPage() {
  const actor = await requireActor()
  const [standing, factor, { all }] = await Promise.all([
    ownEmail(actor, now()),
    secondFactorOf(actor.userId),
    heldRoles(),
  ])
  if (!standing) notFound()
  return (
    <>
      <PageHead title="E-mail đặt lại mật khẩu" crumbs={[{ label: 'Tài khoản', href: '/account' }]} />
      {!factor && mustHaveSecondFactor(all.grants, actor.today) && (
        <div className="mb-4">
          <Notice look="warn" title="Vai trò của Anh/Chị cần bật xác thực hai bước trước.">
            Chưa bật thì quên mật khẩu vẫn phải nhờ quản trị cấp trên đặt lại.
          </Notice>
        </div>
      )}
      <Panel title={standing.email ? 'Đổi địa chỉ' : 'Xác nhận địa chỉ'}>
        <p className="soft mb-4">
          {standing.email
            ? `Đang dùng ${standing.email}, xác nhận lúc ${standing.since}.`
            : 'Quên mật khẩu thì tự đặt lại bằng liên kết gửi tới địa chỉ này. Chỉ dùng hộp thư của riêng Anh/Chị.'}
        </p>
        <EmailForm standing={standing.email} claimed={standing.claimed} />
      </Panel>
    </>
  )
}
