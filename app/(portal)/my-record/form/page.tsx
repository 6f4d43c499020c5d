import type { Metadata } from 'next'
import { openMyRecord } from '@/lib/server/records/open-record'
import { requireActor } from '@/lib/server/session'
import { type FormQuery, PrintedFormView } from '../../records/[id]/form/printed-form-view'

export const metadata: Metadata = { title: 'Sơ yếu lý lịch của tôi' }

/** One's own form shows the draft unless asked otherwise: it is where one sees what one writes. */
export default async function MyFormPage({ searchParams }: { searchParams: Promise<FormQuery> }) {
  const actor = await requireActor()
  const page = await openMyRecord(actor)
  return (
    <PrintedFormView
      actor={actor}
      page={page}
      query={{ of: 'draft', ...(await searchParams) }}
      address="/my-record/form"
      crumbs={[{ label: 'Việc của tôi', href: '/my-record' }]}
      editHref={(section) => `/my-record/${section}`}
    />
  )
}
