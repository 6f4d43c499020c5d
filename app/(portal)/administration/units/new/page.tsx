import type { Metadata } from 'next'
import { PageHead } from '@/components/layout/page-head'
import { NewUnitForm } from '@/components/people/new-unit-form'
import { idIn, type Query } from '@/lib/domain/list-query'
import { mayHaveChildren, typesUnder } from '@/lib/domain/unit-tree'
import { requireDoor } from '@/lib/server/access'
import { unitChoices } from '@/lib/server/units/unit-tree'
import { addUnit } from '../../actions'

export const metadata: Metadata = { title: 'Lập đơn vị' }

export default async function NewUnitPage({ searchParams }: { searchParams: Promise<Query> }) {
  const actor = await requireDoor('unit.manage', '/administration/units/new')
  const asked = idIn(await searchParams, 'parent')
  const parents = (await unitChoices(actor, 'unit.manage')).filter(({ typeCode }) => mayHaveChildren(typeCode))
  const choices = (type: string | null) =>
    typesUnder(type, actor.today).map(({ code, label }) => ({ value: code, label }))
  return (
    <>
      <PageHead title="Lập đơn vị" crumbs={[{ label: 'Đơn vị', href: '/administration/units' }]} />
      <NewUnitForm
        parents={parents}
        parentId={parents.find(({ id }) => id === asked)?.id ?? parents[0]?.id ?? null}
        typesUnder={{
          '': choices(null),
          ...Object.fromEntries(parents.map(({ typeCode }) => [typeCode, choices(typeCode)])),
        }}
        create={addUnit}
      />
    </>
  )
}
