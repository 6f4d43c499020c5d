import type { Metadata } from 'next'
import { RequestForm } from '@/components/exports/request-form'
import { PageHead } from '@/components/layout/page-head'
import { type Query, wordIn } from '@/lib/domain/list-query'
import { isUuid } from '@/lib/domain/uuid'
import { requireDoor } from '@/lib/server/access'
import { openRecord } from '@/lib/server/records/open-record'
import { requestExport } from '../actions'

export const metadata: Metadata = { title: 'Xin cấp văn bản' }

/** Asks for the Sơ yếu lý lịch of one record: `?record=…`, in the place of an issued one with `&replaces=…`. */
export default async function NewExportPage({ searchParams }: { searchParams: Promise<Query> }) {
  const actor = await requireDoor('export.request', '/exports/new')
  const query = await searchParams
  const { record } = await openRecord(actor, wordIn(query, 'record'), 'form')
  const replaces = wordIn(query, 'replaces')
  return (
    <>
      <PageHead
        title="Xin cấp văn bản"
        crumbs={[{ label: 'Cấp văn bản', href: '/exports' }]}
        lead={`Xác nhận sơ yếu lý lịch của ${record.person.fullName}: thủ trưởng ký, rồi cơ quan đóng dấu và cấp số.`}
      />
      <RequestForm
        title="Đề nghị"
        of={{ recordId: record.id }}
        replaces={isUuid(replaces) ? replaces : null}
        request={requestExport}
      />
    </>
  )
}
