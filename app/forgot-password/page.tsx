import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { Gate } from '@/components/layout/gate'
import { RESET_LINK_MINUTES } from '@/lib/domain/mail/self-reset'
import { mailSettings } from '@/lib/server/mail/mail-settings'
import { AskForm } from './ask-form'

export const metadata: Metadata = { title: 'Quên mật khẩu' }

/** Only where letters are sent; without a mail server the page does not exist. */
export default function ForgotPasswordPage() {
  if (!mailSettings()) notFound()
  return (
    <Gate>
      <div className="gate-form">
        <h1>Quên mật khẩu</h1>
        <p className="soft">
          Liên kết đặt lại được gửi tới e-mail Anh/Chị đã xác nhận, dùng trong {RESET_LINK_MINUTES} phút.
        </p>
        <AskForm />
        <ul className="help-list">
          <li>
            <Link href="/help#mat-khau">Chưa xác nhận e-mail nào?</Link>{' '}
            <span className="soft">Người quản trị đơn vị đặt lại trong 2 phút.</span>
          </li>
          <li>
            <Link href="/sign-in">Về trang đăng nhập</Link>
          </li>
        </ul>
      </div>
    </Gate>
  )
}
