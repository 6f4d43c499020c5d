import type { Metadata } from 'next'
import { PageHead } from '@/components/layout/page-head'
import { RecordSheet } from '@/components/records/record-sheet'
import { Empty } from '@/components/ui/empty'
import { sayDay } from '@/lib/domain/calendar'
import { sectionsSeen } from '@/lib/domain/masking'
import { noteView, orNotFound, requireDoor } from '@/lib/server/access'
import { codeLists } from '@/lib/server/code-lists/code-lists'
import { recordUpTo } from '@/lib/server/movements/movement-page'
import { readingDetail } from '@/lib/server/records/note-read'

export const metadata: Metadata = { title: 'Hồ sơ trước ngày chuyển' }

/** For the unit somebody left: the record as it was approved by their last day there. */
export default async function RecordUpToPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params
  const address = `/movements/${id}/record`
  const actor = await requireDoor('movement.read', address)
  const { person, fromUnit, on, past, sight, recordId } = await orNotFound(actor, address, () => recordUpTo(actor, id))
  if (person.id !== actor.personId) {
    const subject = { type: 'record', id: recordId, name: person.fullName } as const
    const detail = readingDetail({ sight }, 'past')
    await noteView(actor, { action: 'record.viewed', subject, unitPath: fromUnit.path, detail })
  }
  return (
    <>
      <PageHead
        title={`Hồ sơ như đã duyệt đến ngày ${sayDay(on)}`}
        crumbs={[
          { label: 'Biến động', href: '/movements' },
          { label: person.fullName, href: `/movements/${id}` },
        ]}
        here="Như đã duyệt"
        lead={`${person.fullName}, ${fromUnit.name}. ${past ? `Bản ${past.version}. ` : ''}Đơn vị cũ chỉ xem đến ngày này.`}
      />
      {past ? (
        <RecordSheet data={past.data} lists={codeLists} sections={sectionsSeen(sight.reading)} />
      ) : (
        <section className="panel">
          <Empty title={`Chưa có bản nào được duyệt đến ngày ${sayDay(on)}.`}>
            Đơn vị nhận giữ hồ sơ từ ngày sau đó.
          </Empty>
        </section>
      )}
    </>
  )
}
