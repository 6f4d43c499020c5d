import type { Metadata } from 'next'
import { PageHead } from '@/components/layout/page-head'
import { ImportForm } from '@/components/organisation/import-form'
import { requireDoor } from '@/lib/server/access'
import { bringTree } from '../actions'

export const metadata: Metadata = { title: 'Nhập cây đơn vị' }

export default async function ImportPage() {
  await requireDoor('unit.manage', '/administration/units/import')
  return (
    <>
      <PageHead title="Nhập cây đơn vị từ Excel" crumbs={[{ label: 'Đơn vị', href: '/administration/units' }]} />
      <ImportForm bring={bringTree} />
    </>
  )
}
