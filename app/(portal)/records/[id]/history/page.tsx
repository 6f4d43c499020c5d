import type { Metadata } from 'next'
import { PageHead } from '@/components/layout/page-head'
import { ListPager } from '@/components/people/list-pager'
import { sayEvents } from '@/components/records/event-words'
import { PastDayForm } from '@/components/records/past-day-form'
import { type PastRevision, RevisionList } from '@/components/records/revision-list'
import { sayRevision } from '@/components/records/revision-words'
import { Empty } from '@/components/ui/empty'
import { LineList } from '@/components/ui/line-list'
import { Stack, StackPart } from '@/components/ui/panel'
import type { AnswersOf } from '@/lib/catalogue'
import { type SaidChange, sayChanges } from '@/lib/domain/change-words'
import { rowsOf, same } from '@/lib/domain/changes'
import { placeWords } from '@/lib/domain/finding-words'
import { listHref, pageIn, type Query } from '@/lib/domain/list-query'
import { codeLists } from '@/lib/server/code-lists/code-lists'
import { recordEvents } from '@/lib/server/records/history'
import { openRecord } from '@/lib/server/records/open-record'
import type { RecordPage } from '@/lib/server/records/record-page'
import { revisionsOf } from '@/lib/server/records/revisions'
import { requireActor } from '@/lib/server/session'

export const metadata: Metadata = { title: 'Lịch sử hồ sơ' }

type Asked = { params: Promise<{ id: string }>; searchParams: Promise<Query> }
type Revision = Awaited<ReturnType<typeof revisionsOf>>['revisions'][number]

const A_PAGE = 20

export default async function HistoryPage({ params, searchParams }: Asked) {
  const { id } = await params
  const actor = await requireActor()
  const page = await openRecord(actor, id, 'history')
  const at = pageIn(await searchParams)
  const [{ total, revisions }, events] = await Promise.all([
    revisionsOf(actor, id, { skip: (at - 1) * A_PAGE, take: A_PAGE }),
    recordEvents(actor, id, 50),
  ])
  const past = revisions.map((revision): PastRevision => {
    const { version, submission, changes, before, after } = revision
    const returned = submission?.state === 'returned' ? submission.returned : []
    return {
      version,
      state: submission?.state ?? 'superseded',
      official: version === page.approvedVersion,
      steps: sayRevision(revision),
      reasons: returned.flatMap(({ section, code, row, reason }) => {
        const place = { section, code, ...(row !== null && { row }) } as Parameters<typeof placeWords>[0]
        return [{ key: `${section}.${code}.${row ?? ''}`, place: placeWords(place, after), reason }]
      }),
      changes: sayChanges(changes, before, after, codeLists),
    }
  })
  const own = page.editor === 'self'
  return (
    <>
      <PageHead
        title="Lịch sử hồ sơ"
        crumbs={[
          own ? { label: 'Việc của tôi', href: '/my-record' } : { label: 'Hồ sơ', href: '/records' },
          { label: page.record.person.fullName, href: `/records/${id}` },
        ]}
        here="Lịch sử"
        lead={`${page.record.person.fullName}, ${page.record.person.unitName}. ${sayOfficial(page.approvedVersion)}`}
      />
      <div className="cols">
        <div>
          <PastDayForm recordId={id} on={null} />
          {past.length === 0 ? (
            <section className="panel">
              {page.official ? (
                <Empty title="Chưa có bản nào được duyệt.">Mỗi bản được ký duyệt hiện ở đây, giữ nguyên mãi.</Empty>
              ) : (
                <Empty title="Chưa gửi lần nào.">Mỗi lần gửi là một bản, giữ nguyên mãi và hiện ở đây.</Empty>
              )}
            </section>
          ) : (
            <RevisionList
              revisions={past}
              newest={page.record.revisionCount}
              restoreHref={page.mayEdit ? restoreHrefs(page, revisions) : undefined}
            />
          )}
          {total > A_PAGE && (
            <ListPager
              path={`/records/${id}/history`}
              filter={{}}
              page={at}
              shown={past.length}
              total={total}
              rows={A_PAGE}
              noun="bản"
            />
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

const sayOfficial = (version: number | null) =>
  version === null ? 'Chưa có bản chính thức.' : `Bản chính thức hiện nay: bản ${version}.`

/** A change still in force leads to what stood before it; one that was changed again, to what it said. */
function restoreHrefs({ record }: RecordPage, revisions: readonly Revision[]) {
  return (version: number, { section, code, row }: SaidChange): string | null => {
    const change = revisions
      .find((one) => one.version === version)
      ?.changes.find((one) => one.section === section && one.code === code && one.row === row)
    if (!change || row === '*order') return null
    const answer = (record.draft[section] as AnswersOf)[code] ?? null
    const now = row === null ? answer : (rowsOf(answer).find(({ id }) => id === row) ?? null)
    const before = same(now, change.after)
    // Nothing stood there: that is no value to take back.
    if ((before ? change.before : change.after) === null) return null
    return listHref(`/records/${record.id}/restore`, {
      version,
      before: before ? '1' : null,
      section,
      place: `${code}/${row ?? ''}`,
    })
  }
}
