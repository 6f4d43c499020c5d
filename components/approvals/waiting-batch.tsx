import type { ComponentProps } from 'react'
import { Notice } from '@/components/ui/notice'
import { Pips } from '@/components/ui/pips'
import { approvalWindow, windowDays } from '@/lib/domain/approval-window'
import type { BatchSum } from '@/lib/domain/batch-sum'
import { type BatchState, responsibility } from '@/lib/domain/batch-words'
import { dayOf, sayDayMonth } from '@/lib/domain/calendar'
import { AwaitedAuthority } from './awaited-authority'
import { CancelForm } from './cancel-form'
import { ChangedPeople } from './changed-people'
import { ExcludedPeople } from './excluded-people'
import { FaultyPeople } from './faulty-people'
import { MonthPanel } from './month-panel'
import { type SigningActions, SignPanel } from './sign-panel'

type Batch = {
  id: string
  kind: 'monthly' | 'adHoc'
  period: string
  state: BatchState
  count: number
  frozenAt: Date
  approverName: string | null
  receivedAt: Date | null
  askAgainAt: Date | null
  /** Of a signature that waits for its authority, or was given back. */
  verdict: {
    valid: boolean
    reasons: { message: string }[]
    signatures: Pick<ComponentProps<typeof AwaitedAuthority>, 'checks'>[]
  } | null
  maySign: boolean
  mayCancel: boolean
  sum: BatchSum
  changed: ComponentProps<typeof ChangedPeople>['people']
  faulty: ComponentProps<typeof FaultyPeople>['people']
  excluded: ComponentProps<typeof ExcludedPeople>['people']
}
type Props = SigningActions & {
  batch: Batch
  list: Pick<ComponentProps<typeof ChangedPeople>, 'first' | 'page'>
  today: string
  serverTime: string
  cancel: ComponentProps<typeof CancelForm>['cancel']
}

/** A batch before its signature: who is in it, who is not and why, and the panel where its head signs. */
export function WaitingBatch({ batch, list, today, serverTime, cancel, ...actions }: Props) {
  const { sum, changed, faulty, excluded, frozenAt } = batch
  const frozenOn = dayOf(frozenAt)
  return (
    <div className="cols cols--sign">
      <div>
        <MonthPanel
          title={`${batch.count.toLocaleString('vi')} hồ sơ ${READY[batch.state]}`}
          note={`(${sum.unchanged.toLocaleString('vi')} không đổi + ${sum.changed.toLocaleString('vi')} đã kiểm)`}
          month={batch.period}
          today={today}
          window={approvalWindow(`${batch.period}-01`)}
          sum={sum}
          counted={`ngày ${sayDayMonth(frozenOn)}`}
        />
        <ChangedPeople people={changed} count={sum.changed} {...list} />
        <FaultyPeople people={faulty} />
        {excluded.length > 0 && (
          <ExcludedPeople people={excluded} title={`${excluded.length.toLocaleString('vi')} người loại trừ đợt này`} />
        )}
      </div>
      <aside className="panel sign" aria-labelledby="signing">
        <header>
          <h2 id="signing">Ký số</h2>
        </header>
        <div className="panel-body">
          <Days batch={batch} today={today} />
          {batch.state === 'frozen' && batch.verdict?.valid === false && (
            <Notice look="warn" title="Chữ ký lần trước không được nhận.">
              {batch.verdict.reasons.map(({ message }) => message).join(' ')}
            </Notice>
          )}
          {batch.maySign ? (
            <SignPanel
              batchId={batch.id}
              count={batch.count}
              responsibility={responsibility(batch.count)}
              facts={[
                ['Giờ máy chủ', serverTime],
                ['Tệp sẽ ký', <Paper key="paper" batchId={batch.id} />],
              ]}
              {...actions}
            />
          ) : (
            <WhoSigns batch={batch} />
          )}
          {batch.mayCancel && <CancelForm batchId={batch.id} cancel={cancel} />}
        </div>
      </aside>
    </div>
  )
}

const READY: Record<BatchState, string> = {
  frozen: 'sẵn sàng ký',
  waitingForRevocationCheck: 'đã ký, chờ kiểm tra',
  approved: 'đã duyệt',
  cancelled: 'trong đợt đã hủy',
}

function Days({ batch, today }: { batch: Batch; today: string }) {
  const window = approvalWindow(today)
  if (batch.kind === 'adHoc' || batch.state !== 'frozen' || batch.period !== window.month) return null
  const { all, left } = windowDays(today)
  return <Pips left={left} of={all} window>{`Còn ${left} ngày, hết ${sayDayMonth(window.to)}`}</Pips>
}

function WhoSigns({ batch }: { batch: Batch }) {
  if (batch.state === 'cancelled') {
    return <Notice title="Đợt này đã hủy.">Hồ sơ đã trở lại “đã kiểm” và vào đợt sau.</Notice>
  }
  if (batch.state === 'waitingForRevocationCheck') {
    return <AwaitedAuthority {...batch} checks={batch.verdict?.signatures[0]?.checks ?? []} />
  }
  return (
    <Notice title={`Chờ ${batch.approverName} ký.`}>Hồ sơ trong đợt đã khóa cho đến khi ký xong hoặc hủy đợt.</Notice>
  )
}

function Paper({ batchId }: { batchId: string }) {
  return (
    <a href={`/api/documents/approval/${batchId}`} target="_blank" rel="noreferrer">
      Bản phê duyệt<span className="vh"> (PDF, mở trang mới)</span>
    </a>
  )
}
