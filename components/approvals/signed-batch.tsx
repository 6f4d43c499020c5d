import type { ComponentProps } from 'react'
import { ButtonLink } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { dayOf, sayDay, sayTime } from '@/lib/domain/calendar'
import { DeliverySteps } from './delivery-steps'
import { ExcludedPeople } from './excluded-people'
import { SignedPaper } from './signed-paper'
import { SignedPeople } from './signed-people'

type Batch = {
  id: string
  period: string
  number: number
  count: number
  unit: { name: string }
  approverName: string | null
  closedAt: Date | null
  excluded: ComponentProps<typeof ExcludedPeople>['people']
  verdict: { signatures: NonNullable<ComponentProps<typeof SignedPaper>['signature']>[] } | null
  deliveries: ComponentProps<typeof DeliverySteps>['figures'] | null
  /** Papers that took approvals of it back. */
  withdrawals: { id: string; number: string; count: number; closedAt: Date | null }[]
  mayWithdraw: boolean
}
type Props = {
  batch: Batch
  signed: ComponentProps<typeof SignedPeople>['signed']
  spec: ComponentProps<typeof SignedPeople>['spec']
  ask: ComponentProps<typeof SignedPeople>['ask']
  recheck: ComponentProps<typeof SignedPaper>['recheck']
}

/** A batch after its signature: that it is done, where the records are, and the paper that proves it. */
export function SignedBatch({ batch, signed, spec, ask, recheck }: Props) {
  const { count, closedAt, deliveries, excluded, withdrawals, mayWithdraw } = batch
  return (
    <div className="cols cols--sign">
      <div>
        {closedAt && (
          <Notice
            look="good"
            icon="checks"
            live
            title={`${count.toLocaleString('vi')} hồ sơ đã được phê duyệt lúc ${sayTime(closedAt)}, ${sayDay(dayOf(closedAt))}.`}
          >
            Anh/Chị không phải làm gì thêm. Kết quả của Bộ hiện dưới đây.
          </Notice>
        )}
        {withdrawals.map(({ id, number, count: taken, closedAt: at }) => (
          <Notice key={id} look="warn" title={`Đã rút phê duyệt ${taken.toLocaleString('vi')} hồ sơ của đợt này.`}>
            {at && `Văn bản số ${number}, ký lúc ${sayTime(at)}, ${sayDay(dayOf(at))}. `}
            <a href={`/api/documents/withdrawal/${id}`}>Tải văn bản đã ký</a>
          </Notice>
        ))}
        {closedAt && deliveries && (
          <section className="panel apart" aria-labelledby="steps">
            <header>
              <h2 id="steps">Hồ sơ đang đi đến đâu</h2>
              <ButtonLink look="small" href="#signed">
                Xem {count.toLocaleString('vi')} hồ sơ
              </ButtonLink>
            </header>
            <DeliverySteps count={count} closedAt={closedAt} figures={deliveries} />
          </section>
        )}
        {excluded.length > 0 && (
          <ExcludedPeople people={excluded} title={`${excluded.length.toLocaleString('vi')} người chưa ký`} />
        )}
        {mayWithdraw && (
          <p className="acts apart">
            <ButtonLink look="small" href={`/approvals/${batch.id}/withdraw`}>
              Rút phê duyệt
            </ButtonLink>
          </p>
        )}
        <SignedPeople count={count} signed={signed} spec={spec} ask={ask} />
      </div>
      <SignedPaper
        batchId={batch.id}
        code={`${batch.period}/${String(batch.number).padStart(2, '0')}`}
        unitName={batch.unit.name}
        signer={batch.approverName ?? ''}
        signedAt={closedAt ? `${sayDay(dayOf(closedAt))} ${sayTime(closedAt)} +07:00` : ''}
        signature={batch.verdict?.signatures[0] ?? null}
        recheck={recheck}
      />
    </div>
  )
}
