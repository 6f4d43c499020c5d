import type { Metadata } from 'next'
import { PageHead } from '@/components/layout/page-head'
import { Panel } from '@/components/ui/panel'
import { dayOf, sayDay, sayInstant } from '@/lib/domain/calendar'
import { termsOn } from '@/lib/domain/terms'
import { now } from '@/lib/server/clock'
import { dutiesIn, requireSession } from '@/lib/server/session'
import { signOut } from '../actions'
import { TermsForm } from './terms-form'

export const metadata: Metadata = { title: 'Điều khoản sử dụng' }

export default async function TermsPage() {
  const session = await requireSession()
  const { version, from, clauses, basis } = termsOn(dayOf(now()))
  const { termsVersion, termsAcceptedAt } = session.user
  const { owed } = dutiesIn(session)
  const open = owed.includes('terms')
  const text = (
    <Panel title={`Bản ${version}, từ ${sayDay(from)}`}>
      <ol className="terms">
        {clauses.map((clause) => (
          <li key={clause}>{clause}</li>
        ))}
      </ol>
      <p className="meta mt-2">Căn cứ: {basis}.</p>
      {open ? (
        <TermsForm version={version} />
      ) : (
        termsAcceptedAt && (
          <p className="mt-4">
            Anh/Chị đã ghi nhận bản {termsVersion} lúc {sayInstant(termsAcceptedAt)}.
          </p>
        )
      )}
    </Panel>
  )
  if (owed.length === 0) {
    return (
      <>
        <PageHead title="Điều khoản sử dụng" crumbs={[{ label: 'Tài khoản', href: '/account' }]} />
        {text}
      </>
    )
  }
  return (
    <>
      <h1>Điều khoản sử dụng</h1>
      <p className="soft mb-4">
        {termsVersion === null
          ? 'Đọc và ghi nhận một lần trước khi dùng cổng.'
          : 'Điều khoản đã thay đổi từ lần Anh/Chị ghi nhận trước. Đọc và ghi nhận bản mới để dùng tiếp.'}
      </p>
      {text}
      <form action={signOut} className="mt-4">
        <button type="submit" className="button button--small">
          Đăng xuất, để lúc khác
        </button>
      </form>
    </>
  )
}
