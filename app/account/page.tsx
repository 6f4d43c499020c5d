import type { Metadata } from 'next'
import Link from 'next/link'
import { PageHead } from '@/components/layout/page-head'
import { SignOutForm } from '@/components/layout/sign-out-form'
import { Button, ButtonLink } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { Panel } from '@/components/ui/panel'
import { sayInstant } from '@/lib/domain/calendar'
import { RECOVERY_CODES } from '@/lib/domain/second-factor'
import { SESSION_HOURS } from '@/lib/domain/sign-in-limits'
import { now } from '@/lib/server/clock'
import { env } from '@/lib/server/env'
import { ownSessions } from '@/lib/server/own-sessions'
import { secondFactorOf } from '@/lib/server/second-factor'
import { ownEmail } from '@/lib/server/self-reset/own-email'
import { requireActor } from '@/lib/server/session'
import { signOut, signOutElsewhere } from './actions'

export const metadata: Metadata = { title: 'Tài khoản' }

export default async function AccountPage({ searchParams }: { searchParams: Promise<{ done?: string }> }) {
  const actor = await requireActor()
  const [sessions, factor, email] = await Promise.all([
    ownSessions(actor, now()),
    secondFactorOf(actor.userId),
    ownEmail(actor, now()),
  ])
  const { done } = await searchParams
  return (
    <>
      <PageHead title="Tài khoản" lead={actor.personName}>
        <ButtonLink look="small" icon="clock" href="/jobs">
          Việc chạy lâu
        </ButtonLink>
        <ButtonLink look="small" icon="seal" href="/signing/certificates">
          Chứng thư của tôi
        </ButtonLink>
        <ButtonLink look="small" icon="key" href="/account/password">
          Đổi mật khẩu
        </ButtonLink>
        <SignOutForm signOut={signOut}>
          <Button look="small" type="submit">
            Đăng xuất
          </Button>
        </SignOutForm>
      </PageHead>
      {done === 'password' && (
        <div className="mb-4">
          <Notice look="good" live title="Đã đổi mật khẩu.">
            Các trình duyệt khác đã được đăng xuất.
          </Notice>
        </div>
      )}
      <Panel
        title="Xác thực hai bước"
        aside={
          <ButtonLink look="small" icon="shield" href="/account/second-factor">
            {factor ? 'Lập mã dự phòng mới' : 'Bật xác thực hai bước'}
          </ButtonLink>
        }
      >
        {factor
          ? `Đang bật từ ${sayInstant(factor.since)}; còn ${factor.left} trong ${RECOVERY_CODES} mã dự phòng.`
          : 'Chưa bật. Khi bật, đăng nhập cần thêm mã 6 số trên điện thoại; mật khẩu từ 8 ký tự là đủ.'}
      </Panel>
      {email && (
        <Panel
          title="E-mail đặt lại mật khẩu"
          aside={
            <ButtonLink look="small" icon="key" href="/account/email">
              {email.email ? 'Đổi e-mail' : 'Xác nhận e-mail'}
            </ButtonLink>
          }
        >
          {email.email
            ? `${email.email}, xác nhận lúc ${email.since}.`
            : 'Chưa có. Khi có, quên mật khẩu thì tự đặt lại được, không phải chờ quản trị đơn vị.'}
        </Panel>
      )}
      <Panel
        title="Nơi đang đăng nhập"
        padded={false}
        aside={
          sessions.length > 1 && (
            <form action={signOutElsewhere}>
              <Button look="small" type="submit">
                Đăng xuất {sessions.length - 1} nơi khác
              </Button>
            </form>
          )
        }
      >
        <table className="cards">
          <thead>
            <tr>
              <th scope="col">Trình duyệt</th>
              <th scope="col">Địa chỉ mạng</th>
              <th scope="col">Đăng nhập lúc</th>
              <th scope="col">Dùng gần nhất</th>
            </tr>
          </thead>
          <tbody>
            {sessions.map(({ id, here, locked, browser, address, since, seen }) => (
              <tr key={id}>
                <th scope="row">
                  {browser}
                  {here && <span className="meta"> nơi này</span>}
                  {locked && <span className="meta"> đang khóa</span>}
                </th>
                <td data-l="Địa chỉ mạng">{address}</td>
                <td data-l="Đăng nhập lúc">{since}</td>
                <td data-l="Dùng gần nhất">{seen}</td>
              </tr>
            ))}
          </tbody>
        </table>
        <p className="pager">
          <span>
            {env.IDLE_MINUTES} phút không dùng thì màn hình tự khóa; một phiên dài nhất {SESSION_HOURS} giờ.{' '}
            <Link href="/account/terms">Điều khoản sử dụng</Link>
          </span>
        </p>
      </Panel>
    </>
  )
}
