import type { Metadata } from 'next'
import Link from 'next/link'
import { redirect } from 'next/navigation'
import { Gate } from '@/components/layout/gate'
import { Notice } from '@/components/ui/notice'
import { returnPath } from '@/lib/domain/return-path'
import { LOCK_MINUTES, SESSION_HOURS, WRONG_TRIES } from '@/lib/domain/sign-in-limits'
import { mailSettings } from '@/lib/server/mail/mail-settings'
import { currentActor } from '@/lib/server/session'
import { SignInForm } from './sign-in-form'

export const metadata: Metadata = { title: 'Đăng nhập' }

/** Why one stands here again. */
const REASONS: Record<string, { title: string; next: string }> = {
  expired: {
    title: `Phiên làm việc đã hết sau ${SESSION_HOURS} giờ.`,
    next: 'Đăng nhập lại để về đúng trang đang làm. Những gì đã gõ vẫn còn trên máy này.',
  },
  ended: {
    title: 'Phiên này đã kết thúc ở nơi khác.',
    next: 'Nếu không phải Anh/Chị làm, đăng nhập lại và đổi mật khẩu.',
  },
  reset: {
    title: 'Đã đặt mật khẩu mới.',
    next: 'Mọi nơi đang đăng nhập đã được đăng xuất. Đăng nhập bằng mật khẩu mới.',
  },
  left: { title: 'Đã đăng xuất.', next: 'Máy dùng chung thì đóng luôn trình duyệt.' },
}

type Query = Promise<{ next?: string | string[]; why?: string }>

export default async function SignInPage({ searchParams }: { searchParams: Query }) {
  const { next, why = '' } = await searchParams
  const target = returnPath(next)
  if (await currentActor()) redirect(target)
  const reason = REASONS[why]
  const byMail = mailSettings() !== null
  return (
    <Gate>
      <div className="gate-form">
        <h1>Đăng nhập</h1>
        <p className="soft">Dùng tài khoản đơn vị đã cấp cho Anh/Chị.</p>
        {reason && (
          <div className="mt-4">
            <Notice title={reason.title}>{reason.next}</Notice>
          </div>
        )}
        <SignInForm next={target} />
        <ul className="help-list">
          <li>
            <Link href={byMail ? '/forgot-password' : '/help#mat-khau'}>Quên mật khẩu?</Link>{' '}
            <span className="soft">
              {byMail
                ? 'Tự đặt lại qua e-mail, hoặc nhờ quản trị đơn vị.'
                : 'Người quản trị đơn vị đặt lại trong 2 phút.'}
            </span>
          </li>
          <li>
            <Link href="/help">Trợ giúp</Link> <span className="soft">giờ hành chính, Văn phòng Sở Nội vụ.</span>
          </li>
        </ul>
        <p className="meta mt-4">
          Sai {WRONG_TRIES} lần, tài khoản tạm khóa {LOCK_MINUTES} phút. Không nhập nội dung bí mật nhà nước.
        </p>
      </div>
    </Gate>
  )
}
