import type { Metadata } from 'next'
import { PageHead } from '@/components/layout/page-head'
import { PrintButton } from '@/components/people/print-button'
import { DropRaise } from '@/components/raises/drop-raise'
import { RaisedPeople } from '@/components/raises/raised-people'
import { Panel } from '@/components/ui/panel'
import { sayDay, sayInstant } from '@/lib/domain/calendar'
import { orNotFound, requireDoor } from '@/lib/server/access'
import { raiseDecision } from '@/lib/server/raises/raise-decisions'
import { dropRaise } from '../actions'

export const metadata: Metadata = { title: 'Quyết định nâng lương' }

/** One decision and where each raise of it stands; printed, the list that goes with it. */
export default async function RaiseDecisionPage({ params }: { params: Promise<{ decisionId: string }> }) {
  const actor = await requireDoor('raise.read', '/raises')
  const { decisionId } = await params
  const decision = await orNotFound(actor, `/raises/${decisionId}`, () => raiseDecision(actor, decisionId))
  const { documentNo, decidedOn, byName, at, lines } = decision
  const approved = lines.filter(({ state }) => state === 'approved').length
  return (
    <>
      <PageHead
        title={`Quyết định ${documentNo}, ngày ${sayDay(decidedOn)}`}
        crumbs={[
          { label: 'Hồ sơ', href: '/records' },
          { label: 'Nâng lương', href: '/raises' },
        ]}
        here={documentNo}
        lead={`${byName} ghi lúc ${sayInstant(at)}. Lương mới là chính thức khi hồ sơ được ký duyệt.`}
      >
        <PrintButton>In danh sách kèm quyết định</PrintButton>
      </PageHead>
      <Panel
        title={`${lines.length} người được nâng lương`}
        aside={<span className="meta">{approved} người đã duyệt</span>}
        padded={false}
      >
        <RaisedPeople lines={lines} cancel={({ id }) => <DropRaise raiseId={id} drop={dropRaise} />} />
      </Panel>
    </>
  )
}
