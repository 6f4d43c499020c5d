import type { Metadata } from 'next'
import { PageHead } from '@/components/layout/page-head'
import { Panel } from '@/components/ui/panel'
import { requireSession } from '@/lib/server/session'
import { signOut } from '../actions'
import { PasswordForm } from './password-form'

export const metadata: Metadata = { title: 'Đổi mật khẩu' }

export default async function PasswordPage() {
  const { user } = await requireSession()
  if (!user.mustChangePassword) {
    return (
      <>
        <PageHead title="Đổi mật khẩu" crumbs={[{ label: 'Tài khoản', href: '/account' }]} />
        <Panel title="Mật khẩu mới">
          <PasswordForm username={user.username} />
        </Panel>
      </>
    )
  }
  return (
    <>
      <h1>Đặt mật khẩu của riêng Anh/Chị</h1>
      <p className="soft mb-4">
        {user.person.fullName} đăng nhập bằng mật khẩu được cấp. Đặt mật khẩu mới rồi mới mở được các trang khác.
      </p>
      <Panel title="Mật khẩu mới">
        <PasswordForm username={user.username} />
      </Panel>
      <form action={signOut} className="mt-4">
        <button type="submit" className="button button--small">
          Đăng xuất, để lúc khác
        </button>
      </form>
    </>
  )
}
