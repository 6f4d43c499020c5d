import type { Metadata } from 'next'
import Link from 'next/link'
import type { ReactNode } from 'react'
import { HandoverPanel } from '@/components/handover/handover-panel'
import { ReceiptForm } from '@/components/handover/receipt-form'
import { ReceivedPanel } from '@/components/handover/received-panel'
import { PageHead } from '@/components/layout/page-head'
import { UrgencyChip } from '@/components/movements/due-table'
import { ReportForm } from '@/components/movements/report-form'
import { TakeBackPanel } from '@/components/movements/take-back-panel'
import { StateChip } from '@/components/ui/chip'
import { Facts } from '@/components/ui/facts'
import { Panel } from '@/components/ui/panel'
import { sayDay, sayInstant } from '@/lib/domain/calendar'
import { movementLabel } from '@/lib/domain/movements/movement-kinds'
import { orNotFound, requireDoor } from '@/lib/server/access'
import { packageReceived, packagesOf } from '@/lib/server/handover/movement-packages'
import { movementPage } from '@/lib/server/movements/movement-page'
import { makeHandover, report, takeBack, writeReceipt } from '../actions'

export const metadata: Metadata = { title: 'Một biến động' }

type Shown = Awaited<ReturnType<typeof movementPage>>

/** One movement: the decision, what came of it, the report it calls for, and the way back. */
export default async function MovementPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params
  const actor = await requireDoor('movement.read', `/movements/${id}`)
  const movement = await orNotFound(actor, `/movements/${id}`, () => movementPage(actor, id))
  const { person, kind, undoneBy, effect } = movement
  const [packages, received] = await Promise.all([packagesOf(actor, movement), packageReceived(actor, movement)])
  const newest = packages?.[0]
  return (
    <>
      <PageHead
        title={`${movementLabel(kind)}: ${person.fullName}`}
        crumbs={[{ label: 'Biến động', href: '/movements' }]}
        here={person.fullName}
        chip={chipOf(movement)}
        lead={`Từ ngày ${sayDay(movement.day)}, theo quyết định ${movement.basis}`}
      />
      <Panel title="Quyết định">
        <Facts of={factsOf(movement)} />
      </Panel>
      {movement.report && (
        <Panel title="Báo cáo Sở Nội vụ" aside={<UrgencyChip urgency={movement.report.urgency} />}>
          <p>
            {movement.report.sentOn === null
              ? `Hạn ${sayDay(movement.report.due)}: 10 ngày làm việc kể từ ngày quyết định (Quy chế, Điều 22 khoản 5).`
              : `Đã gửi ngày ${sayDay(movement.report.sentOn)}, văn bản ${movement.report.documentNo}.`}
          </p>
        </Panel>
      )}
      {packages && <HandoverPanel movementId={id} packages={packages} make={makeHandover} />}
      {newest && newest.receipt === null && (
        <ReceiptForm key={newest.id} handoverId={newest.id} today={actor.today} record={writeReceipt} />
      )}
      {received && <ReceivedPanel movementId={id} received={received} recordId={person.record?.id ?? null} />}
      {movement.mayReport && <ReportForm movementId={id} today={actor.today} report={report} />}
      {movement.referrers && <TakeBackPanel movementId={id} referrers={movement.referrers} takeBack={takeBack} />}
      {undoneBy && (
        <Panel title="Đã hoàn tác">
          <p>
            {undoneBy.byName} hoàn tác lúc {sayInstant(undoneBy.at)}.
            {effect && ' Nơi công tác, trạng thái và tài khoản đã trở lại như trước.'}
          </p>
        </Panel>
      )}
    </>
  )
}

function chipOf({ undoneBy, effect }: Shown) {
  if (undoneBy) return <StateChip state="returned">Đã hoàn tác</StateChip>
  if (!effect) return <StateChip state="draft">Chờ đến ngày</StateChip>
  return <StateChip state="approved">Có hiệu lực</StateChip>
}

function factsOf(movement: Shown): [string, ReactNode][] {
  const { fromUnit, toUnit, destination, statusLabel, reason } = movement
  const to = toUnit?.name ?? destination
  return [
    ['Số, ngày ký', `${movement.basis}, ${sayDay(movement.decidedOn)}`],
    ['Đơn vị', to === null || to === fromUnit.name ? fromUnit.name : `${fromUnit.name} → ${to}`],
    ...(statusLabel ? [['Trạng thái từ ngày đó', statusLabel] as [string, ReactNode]] : []),
    ...(reason ? [['Lý do', reason] as [string, ReactNode]] : []),
    [
      'Tệp quyết định',
      movement.hasFile ? (
        <a key="file" href={`/api/documents/decision/${movement.id}`}>
          Tải {movement.fileName}
        </a>
      ) : (
        'chưa kèm'
      ),
    ],
    ['Người ghi', `${movement.byName}, ${sayInstant(movement.at)}`],
    ...(movement.readsPast
      ? [
          [
            'Hồ sơ',
            <Link key="past" href={`/movements/${movement.id}/record`} prefetch={false}>
              Xem bản đã duyệt đến trước ngày này
            </Link>,
          ] as [string, ReactNode],
        ]
      : []),
  ]
}
