import type { Metadata } from 'next'
import { PageHead } from '@/components/layout/page-head'
import { sayEvents } from '@/components/records/event-words'
import { type PastRevision, RevisionList } from '@/components/records/revision-list'
import { Empty } from '@/components/ui/empty'
import { LineList } from '@/components/ui/line-list'
import { Stack, StackPart } from '@/components/ui/panel'
import { codeLists } from '@/lib/catalogue/code-lists'
import { sayInstant } from '@/lib/domain/calendar'
import { sayChanges } from '@/lib/domain/change-words'
import { recordEvents, revisionsOf } from '@/lib/server/records/history'
import { openRecord } from '@/lib/server/records/open-record'
import { requireActor } from '@/lib/server/session'

export const metadata: Metadata = { title: 'Lịch sử hồ sơ' }

export default async function HistoryPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params
  const actor = await requireActor()
  const page = await openRecord(actor, id, 'history')
  const [revisions, events] = await Promise.all([revisionsOf(actor, id), recordEvents(actor, id, 50)])
  const past = revisions.map(
    ({ version, at, byName, submission, changes }): PastRevision => ({
      version,
      when: sayInstant(at),
      by: byName,
      state: submission?.state ?? 'superseded',
      decided:
        submission?.decidedBy && submission.decidedAt
          ? `${submission.decidedBy}, ${sayInstant(submission.decidedAt)}`
          : null,
      changes: sayChanges(changes, page.record.draft, page.record.draft, codeLists),
    }),
  )
  return (
    <>
      <PageHead
        title="Lịch sử hồ sơ"
        crumbs={[{ label: page.record.person.fullName, href: `/records/${id}` }]}
        lead={`${page.record.person.fullName}, ${page.record.person.unitName}`}
      />
      <div className="cols">
        <div>
          {past.length === 0 ? (
            <section className="panel">
              <Empty title="Chưa gửi lần nào.">Mỗi lần gửi là một bản, giữ nguyên mãi và hiện ở đây.</Empty>
            </section>
          ) : (
            <RevisionList revisions={past} />
          )}
        </div>
        <Stack label="Việc đã xảy ra">
          <StackPart title="Việc đã xảy ra">
            <LineList events={sayEvents(events, actor.personName, actor.today)} />
          </StackPart>
        </Stack>
      </div>
    </>
  )
}
