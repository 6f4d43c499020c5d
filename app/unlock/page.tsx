import type { Metadata } from 'next'
import Link from 'next/link'
import { redirect } from 'next/navigation'
import { Gate } from '@/components/layout/gate'
import { returnPath } from '@/lib/domain/return-path'
import { lockedSession } from '@/lib/server/session'
import { unlock } from './actions'
import { UnlockForm } from './unlock-form'

export const metadata: Metadata = { title: 'Mở khóa' }

/** Where a page that is opened anew behind a locked screen leads. */
export default async function UnlockPage({ searchParams }: { searchParams: Promise<{ next?: string | string[] }> }) {
  const target = returnPath((await searchParams).next)
  const session = await lockedSession()
  if (!session) redirect(target)
  return (
    <Gate>
      <div className="gate-form">
        <h1>Màn hình đang khóa</h1>
        <p className="soft">Phiên của {session.user.person.fullName} còn mở. Gõ mật khẩu để về trang đang làm.</p>
        <UnlockForm unlock={unlock} next={target} />
        <p className="meta mt-4">
          <Link href="/sign-in">Đăng nhập tài khoản khác</Link>
        </p>
      </div>
    </Gate>
  )
}
