import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { PageHead } from '@/components/layout/page-head'
import { CompareForm } from '@/components/organisation/compare-form'
import { can, mayAnywhere } from '@/lib/domain/policy'
import { requireDoor } from '@/lib/server/access'
import { holdAgainstNational } from '../actions'

export const metadata: Metadata = { title: 'So với danh sách của Bộ' }

/** For who sees the whole province: a part of it beside the ministry's list would miss nearly all of it. */
export default async function ComparePage() {
  const actor = await requireDoor('tree.read', '/administration/units/compare')
  if (!can(actor, 'tree.read', { personId: null, unitPath: '/' })) notFound()
  return (
    <>
      <PageHead title="So với danh sách đơn vị của Bộ" crumbs={[{ label: 'Đơn vị', href: '/administration/units' }]} />
      <CompareForm compare={holdAgainstNational} manages={mayAnywhere(actor, 'unit.manage')} />
    </>
  )
}
