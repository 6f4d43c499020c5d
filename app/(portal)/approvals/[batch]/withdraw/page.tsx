import type { Metadata } from 'next'
import { PageHead } from '@/components/layout/page-head'
import { Notice } from '@/components/ui/notice'
import { Panel } from '@/components/ui/panel'
import { SignWithdrawal } from '@/components/withdrawals/sign-withdrawal'
import { WithdrawForm } from '@/components/withdrawals/withdraw-form'
import { batchName } from '@/lib/domain/batch-words'
import { sayInstant } from '@/lib/domain/calendar'
import { orNotFound, requireDoor } from '@/lib/server/access'
import { installedWays } from '@/lib/server/signing/installed-ways'
import { withdrawalPage } from '@/lib/server/withdrawals/withdrawal-page'
import { SESSIONS } from '../../../signing/sessions'
import type { Query } from '../../query'
import { cancelWithdrawal, completeWithdrawal, openWithdrawal, startWithdrawal } from './actions'

export const metadata: Metadata = { title: 'Rút phê duyệt' }

/** Where the head takes approvals of a signed batch back: whom, why, and the signature. */
export default async function WithdrawPage({
  params,
  searchParams,
}: {
  params: Promise<{ batch: string }>
  searchParams: Query
}) {
  const { batch: id } = await params
  const here = `/approvals/${id}/withdraw`
  const actor = await requireDoor('batch.sign', here)
  const { name } = await searchParams
  const wanted = typeof name === 'string' ? name.slice(0, 100) : ''
  const { batch, unit, open, people, fitting, signed } = await orNotFound(actor, here, () =>
    withdrawalPage(actor, id, wanted),
  )
  return (
    <>
      <PageHead
        title="Rút phê duyệt"
        crumbs={[
          { label: 'Ký duyệt', href: '/approvals' },
          { label: batchName(batch), href: `/approvals/${id}` },
        ]}
        lead={`${unit.name}. Bản bị rút không còn là bản được duyệt và không gửi Bộ; văn bản phê duyệt cũ vẫn lưu.`}
      />
      {signed.map(({ id: paper, number, count, signerName, closedAt, reason }) => (
        <Notice key={paper} look="good" icon="checks" title={`Đã rút phê duyệt ${count} hồ sơ, văn bản số ${number}.`}>
          {closedAt && `${signerName} ký lúc ${sayInstant(closedAt)}. `}Lý do: {reason}.{' '}
          <a href={`/api/documents/withdrawal/${paper}`}>Tải văn bản đã ký</a>
        </Notice>
      ))}
      {open ? (
        <Panel title={`Ký văn bản số ${open.number}`}>
          <SignWithdrawal
            withdrawal={open}
            {...installedWays()}
            start={startWithdrawal}
            complete={completeWithdrawal}
            cancel={cancelWithdrawal}
            sessions={SESSIONS}
          />
        </Panel>
      ) : (
        <WithdrawForm batchId={id} people={people} fitting={fitting} wanted={wanted} open={openWithdrawal} />
      )}
    </>
  )
}
