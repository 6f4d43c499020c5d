import type { Metadata } from 'next'
import { openRecord } from '@/lib/server/records/open-record'
import { requireActor } from '@/lib/server/session'
import { type FormQuery, PrintedFormView } from './printed-form-view'

export const metadata: Metadata = { title: 'Sơ yếu lý lịch' }

type Asked = { params: Promise<{ id: string }>; searchParams: Promise<FormQuery> }

export default async function RecordFormPage({ params, searchParams }: Asked) {
  const { id } = await params
  const actor = await requireActor()
  const page = await openRecord(actor, id, 'form')
  const editHref =
    page.editor === 'self'
      ? (section: string) => `/my-record/${section}`
      : (section: string) => `/records/${id}/edit/${section}`
  return (
    <PrintedFormView
      actor={actor}
      page={page}
      query={await searchParams}
      address={`/records/${id}/form`}
      crumbs={[
        { label: 'Hồ sơ', href: '/records' },
        { label: page.record.person.fullName, href: `/records/${id}` },
      ]}
      editHref={page.mayEdit ? editHref : null}
    />
  )
}
