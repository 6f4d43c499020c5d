import type { Metadata } from 'next'
import { PageHead } from '@/components/layout/page-head'
import { dayOf, sayInstant } from '@/lib/domain/calendar'
import { mustHaveSecondFactor, RECOVERY_CODES } from '@/lib/domain/second-factor'
import { now, realTime } from '@/lib/server/clock'
import { offerSecondFactor, secondFactorOf } from '@/lib/server/second-factor'
import { accountFacts, dutiesIn, requireSession } from '@/lib/server/session'
import { signOut } from '../actions'
import { EnrolForm } from './enrol-form'
import { StandingForm } from './standing-form'

export const metadata: Metadata = { title: 'Xác thực hai bước' }

export default async function SecondFactorPage() {
  const session = await requireSession()
  const { username, person } = session.user
  const standing = await secondFactorOf(session.userId)
  const form = standing ? (
    <StandingForm
      username={username}
      since={sayInstant(standing.since)}
      left={standing.left}
      total={RECOVERY_CODES}
      obligatory={mustHaveSecondFactor(accountFacts(session.user).grants, dayOf(now()))}
    />
  ) : (
    <EnrolForm offer={await offerSecondFactor(session, realTime())} username={username} />
  )
  if (dutiesIn(session).owed.length === 0) {
    return (
      <>
        <PageHead title="Xác thực hai bước" crumbs={[{ label: 'Tài khoản', href: '/account' }]} />
        {form}
      </>
    )
  }
  return (
    <>
      <h1>Bật xác thực hai bước</h1>
      <p className="soft mb-4">
        {person.fullName} giữ vai trò quản trị, ký hoặc kiểm tra nên phải có bước xác thực thứ hai. Xong bước này mới mở
        được các trang khác.
      </p>
      {form}
      <form action={signOut} className="mt-4 no-print">
        <button type="submit" className="button button--small">
          Đăng xuất, để lúc khác
        </button>
      </form>
    </>
  )
}
