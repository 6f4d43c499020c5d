import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { Gate } from '@/components/layout/gate'
import { Notice } from '@/components/ui/notice'
import { dayOf } from '@/lib/domain/calendar'
import { passwordFiguresOn } from '@/lib/domain/password-figures'
import { now } from '@/lib/server/clock'
import { mailSettings } from '@/lib/server/mail/mail-settings'
import { linkPage } from '@/lib/server/self-reset/reset-by-link'
import { ResetForm } from './reset-form'

// The address is a key: no page that follows hears of it.
export const metadata: Metadata = { title: 'Đặt mật khẩu mới', referrer: 'no-referrer' }

/** Where the link of a letter leads. Opening it uses nothing up: mail programs open links too. */
export default async function ResetPasswordPage({ params }: { params: Promise<{ token: string }> }) {
  if (!mailSettings()) notFound()
  const { token } = await params
  const link = await linkPage(token, now())
  return (
    <Gate>
      <div className="gate-form">
        <h1>Đặt mật khẩu mới</h1>
        {link ? (
          <>
            <p className="soft">Tài khoản {link.username}</p>
            <ResetForm token={token} figures={passwordFiguresOn(dayOf(now()))} {...link} />
          </>
        ) : (
          <>
            <div className="mt-4">
              <Notice look="warn" title="Liên kết này không dùng được nữa.">
                Nó đã dùng, đã quá hạn, hoặc mật khẩu đã đổi từ lúc đó.
              </Notice>
            </div>
            <ul className="help-list">
              <li>
                <Link href="/forgot-password">Nhận liên kết khác</Link>
              </li>
              <li>
                <Link href="/sign-in">Về trang đăng nhập</Link>
              </li>
            </ul>
          </>
        )}
      </div>
    </Gate>
  )
}
