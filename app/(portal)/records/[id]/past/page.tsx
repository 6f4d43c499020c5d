import type { Metadata } from 'next'
import Link from 'next/link'
import { PageHead } from '@/components/layout/page-head'
import { PastDayForm } from '@/components/records/past-day-form'
import { RecordSheet } from '@/components/records/record-sheet'
import { ButtonLink } from '@/components/ui/button'
import { StateChip } from '@/components/ui/chip'
import { Empty } from '@/components/ui/empty'
import { isRealDay, readPartialDay } from '@/lib/catalogue/days'
import { sayDay, sayInstant } from '@/lib/domain/calendar'
import { listHref, type Query, wordIn } from '@/lib/domain/list-query'
import { sectionsSeen } from '@/lib/domain/masking'
import { restorable } from '@/lib/domain/restore'
import { codeLists } from '@/lib/server/code-lists/code-lists'
import { openRecord } from '@/lib/server/records/open-record'
import { pastRecord } from '@/lib/server/records/past-record'
import { requireActor } from '@/lib/server/session'

export const metadata: Metadata = { title: 'Hồ sơ như đã duyệt' }

type Asked = { params: Promise<{ id: string }>; searchParams: Promise<Query> }

/** The record as it was approved by the end of a past day. What was never approved is not in it. */
export default async function PastRecordPage({ params, searchParams }: Asked) {
  const { id } = await params
  const actor = await requireActor()
  const page = await openRecord(actor, id, 'history')
  const day = readPartialDay(wordIn(await searchParams, 'on'))
  const on = day !== null && isRealDay(day) ? day : null
  const past = await pastRecord(actor, id, on ?? actor.today)
  const { person } = page.record
  return (
    <>
      <PageHead
        title={on === null ? 'Hồ sơ như đã duyệt đến nay' : `Hồ sơ như đã duyệt đến ngày ${sayDay(on)}`}
        crumbs={[
          { label: person.fullName, href: `/records/${id}` },
          { label: 'Lịch sử', href: `/records/${id}/history` },
        ]}
        here="Như đã duyệt"
        chip={past && <StateChip state="approved" />}
        lead={`${person.fullName}, ${person.unitName}. ${past ? `Bản ${past.version}, ${past.approver} ký duyệt lúc ${sayInstant(past.approvedAt)}.` : ''}`}
      >
        {past && (
          <ButtonLink
            look="small"
            icon="file"
            href={listHref(`/records/${id}/form`, { on: sayDay(on ?? actor.today) })}
          >
            Xem trên mẫu
          </ButtonLink>
        )}
      </PageHead>
      <PastDayForm recordId={id} on={on} />
      {past ? (
        <RecordSheet
          data={past.data}
          lists={codeLists}
          sections={sectionsSeen(page.record.sight.reading)}
          asideOf={(section) =>
            page.mayEdit &&
            restorable(page.record.draft, past.data, section, page.editor).length > 0 && (
              <Link href={listHref(`/records/${id}/restore`, { version: past.version, section })} prefetch={false}>
                Lấy lại<span className="vh"> giá trị của mục này</span>
              </Link>
            )
          }
        />
      ) : (
        <section className="panel">
          <Empty title={`Chưa có bản nào được duyệt đến ngày ${sayDay(on ?? actor.today)}.`}>
            Chọn ngày sau đó. Bản nháp và bản chưa ký không hiện ở đây.
          </Empty>
        </section>
      )}
    </>
  )
}
