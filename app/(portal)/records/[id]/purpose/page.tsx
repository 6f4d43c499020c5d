import type { Metadata } from 'next'
import { PageHead } from '@/components/layout/page-head'
import { PurposeForm } from '@/components/records/purpose-form'
import { isId, type Query, wordIn } from '@/lib/domain/list-query'
import { Refusal } from '@/lib/domain/refusal'
import { returnPath } from '@/lib/domain/return-path'
import { VIEW_PURPOSES } from '@/lib/domain/view-purposes'
import { orNotFound } from '@/lib/server/access'
import { purposePage } from '@/lib/server/records/state-purpose'
import { requireActor } from '@/lib/server/session'
import { sayWhatFor } from './actions'

export const metadata: Metadata = { title: 'Mục đích xem' }

type Address = { params: Promise<{ id: string }>; searchParams: Promise<Query> }

/** Before a record is opened by somebody whose daily work it is not: what for. */
export default async function PurposePage({ params, searchParams }: Address) {
  const { id } = await params
  const query = await searchParams
  const actor = await requireActor()
  const { person, mayOpen } = await orNotFound(actor, `/records/${id}/purpose`, async () => {
    if (!isId(id)) throw new Refusal('notFound', {})
    return purposePage(actor, id)
  })
  const sensitive = mayOpen && wordIn(query, 'sensitive') === '1'
  return (
    <>
      <PageHead
        title={sensitive ? 'Mở giá trị nhạy cảm' : 'Mục đích xem hồ sơ'}
        crumbs={[{ label: 'Hồ sơ', href: '/records' }]}
        lead={`${person.fullName}, ${person.unit.name}`}
      />
      <PurposeForm
        recordId={id}
        sensitive={sensitive}
        purposes={VIEW_PURPOSES.map(({ code, label }) => ({ value: code, label }))}
        next={returnPath(wordIn(query, 'next') || `/records/${id}`)}
        say={sayWhatFor}
      />
    </>
  )
}
