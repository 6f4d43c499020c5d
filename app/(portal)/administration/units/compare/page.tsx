import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { PageHead } from '@/components/layout/page-head'
import { CompareForm, Differences } from '@/components/organisation/compare-form'
import { Notice } from '@/components/ui/notice'
import { sayInstant } from '@/lib/domain/calendar'
import { can, mayAnywhere } from '@/lib/domain/policy'
import { requireDoor } from '@/lib/server/access'
import { lastComparison } from '@/lib/server/organisation/compare-each-day'
import { holdAgainstNational } from '../actions'

export const metadata: Metadata = { title: 'So với danh sách của Bộ' }

/** For who sees the whole province: a part of it beside the ministry's list would miss nearly all of it. */
export default async function ComparePage() {
  const actor = await requireDoor('tree.read', '/administration/units/compare')
  if (!can(actor, 'tree.read', { personId: null, unitPath: '/' })) notFound()
  const { isGiven, failure, last } = await lastComparison()
  const manages = mayAnywhere(actor, 'unit.manage')
  return (
    <>
      <PageHead title="So với danh sách đơn vị của Bộ" crumbs={[{ label: 'Đơn vị', href: '/administration/units' }]} />
      {last && (
        <section aria-label="Lần so gần nhất">
          <p>
            Cổng tự so mỗi ngày. Lần gần nhất {sayInstant(last.at)}
            {last.version && `, danh sách của Bộ bản ${last.version}`}.
          </p>
          <Differences of={last.comparison} manages={manages} />
        </section>
      )}
      {failure && <Notice look="warn" title={`Lần so gần nhất chưa được: ${failure}.`} />}
      {!isGiven && <Notice title="Kênh kết nối chưa cho danh sách đơn vị của Bộ.">Tải tệp danh sách lên để so.</Notice>}
      <CompareForm compare={holdAgainstNational} manages={manages} />
    </>
  )
}
