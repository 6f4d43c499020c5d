import type { Metadata } from 'next'
import { PageHead } from '@/components/layout/page-head'
import { Panel } from '@/components/ui/panel'
import { dayOf } from '@/lib/domain/calendar'
import { passwordFiguresOn } from '@/lib/domain/password-figures'
import { now } from '@/lib/server/clock'
import { passwordOwner } from '@/lib/server/password-owner'
import { dutiesIn, requireSession } from '@/lib/server/session'
import { signOut } from '../actions'
import { PasswordForm } from './password-form'

export const metadata: Metadata = { title: 'Đổi mật khẩu' }

export default async function PasswordPage() {
  const session = await requireSession()
  const { user } = session
  const form = (
    <Panel title="Mật khẩu mới">
      <PasswordForm owner={await passwordOwner(user.id)} figures={passwordFiguresOn(dayOf(now()))} />
    </Panel>
  )
  if (dutiesIn(session).owed[0] !== 'password') {
    return (
      <>
        <PageHead title="Đổi mật khẩu" crumbs={[{ label: 'Tài khoản', href: '/account' }]} />
        {form}
      </>
    )
  }
  return (
    <>
      <h1>{user.mustChangePassword ? 'Đặt mật khẩu của riêng Anh/Chị' : 'Mật khẩu đã đến hạn đổi'}</h1>
      <p className="soft mb-4">
        {user.mustChangePassword
          ? `${user.person.fullName} đăng nhập bằng mật khẩu được cấp.`
          : `${user.person.fullName} đã dùng mật khẩu này hết thời hạn của Quy chế (Điều 10).`}{' '}
        Đặt mật khẩu mới rồi mới mở được các trang khác.
      </p>
      {form}
      <form action={signOut} className="mt-4">
        <button type="submit" className="button button--small">
          Đăng xuất, để lúc khác
        </button>
      </form>
    </>
  )
}
