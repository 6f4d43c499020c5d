import type { Metadata } from 'next'
import { PageHead } from '@/components/layout/page-head'
import { AttemptList } from '@/components/pushes/attempt-list'
import { RefusalTrace } from '@/components/pushes/refusal-trace'
import { ResendForm } from '@/components/pushes/resend-form'
import { ButtonLink } from '@/components/ui/button'
import { StateChip } from '@/components/ui/chip'
import { Facts } from '@/components/ui/facts'
import { Notice } from '@/components/ui/notice'
import { Panel } from '@/components/ui/panel'
import { sayInstant } from '@/lib/domain/calendar'
import { DELIVERY_WORDS } from '@/lib/domain/delivery-words'
import { REASONS, type ReasonCode } from '@/lib/domain/push'
import { noteView, orNotFound, requireDoor } from '@/lib/server/access'
import { now } from '@/lib/server/clock'
import { deliveryPage } from '@/lib/server/pushes/delivery-page'
import { roleFor } from '@/lib/server/records/note-read'
import { resendDeliveries } from '../actions'

export const metadata: Metadata = { title: 'Một hồ sơ gửi Bộ' }

export default async function DeliveryPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params
  const address = `/pushes/${id}`
  const actor = await requireDoor('push.read', address)
  const delivery = await orNotFound(actor, address, () => deliveryPage(actor, id))
  const { person, recordId, version, state, reasonCode, errors, tries, settledAt, createdAt } = delivery
  const subject = { type: 'record', id: recordId, name: person } as const
  if (!delivery.own) {
    const role = roleFor(actor, 'push.read', { personId: null, unitPath: delivery.unitPath })
    const detail = { page: 'delivery', role, delivery: id }
    await noteView(actor, { action: 'record.viewed', subject, unitPath: delivery.unitPath, detail })
  }
  const { word, chip } = DELIVERY_WORDS[state]
  return (
    <>
      <PageHead
        title={person}
        lead={delivery.unit}
        crumbs={[{ label: 'Đồng bộ quốc gia', href: '/pushes' }]}
        chip={<StateChip state={chip}>{word}</StateChip>}
        asOf={`Số liệu lúc ${sayInstant(now())}`}
      >
        <ButtonLink look="small" href={`/records/${recordId}`}>
          Mở hồ sơ
        </ButtonLink>
      </PageHead>
      {reasonCode && (
        <div className="mb-4">
          <Notice look="warn" title={REASONS[reasonCode as ReasonCode]} />
        </div>
      )}
      {!delivery.isNewest && (
        <div className="mb-4">
          <Notice title="Hồ sơ này có bản mới hơn.">Chỉ bản mới nhất được gửi tiếp.</Notice>
        </div>
      )}
      {errors.map((error) => (
        <Panel key={`${error.raw}${error.field}`} title="Lần theo lỗi" padded={false}>
          <RefusalTrace
            error={error}
            before={state === 'held'}
            at={sayInstant(settledAt ?? createdAt)}
            version={version}
            recordId={recordId}
          />
        </Panel>
      ))}
      {delivery.seesAnswers && (
        <ResendForm
          title="Gửi lại hồ sơ này"
          which={{ id }}
          count={delivery.mayResend ? 1 : 0}
          resend={resendDeliveries}
        />
      )}
      <Panel title="Các lần gửi">
        <Facts
          of={[
            ['Bản', String(version)],
            ['Vào hàng gửi', sayInstant(createdAt)],
            ...(delivery.transactionId ? [['Mã giao dịch của Bộ', delivery.transactionId] as [string, string]] : []),
          ]}
        />
        {tries.length > 0 && (
          <div className="mt-3">
            <AttemptList attempts={tries} seesAnswers={delivery.seesAnswers} />
          </div>
        )}
      </Panel>
    </>
  )
}
