import type { Metadata } from 'next'
import { BatchTable } from '@/components/approvals/batch-table'
import { ChangedPeople } from '@/components/approvals/changed-people'
import { ExcludedPeople } from '@/components/approvals/excluded-people'
import { MonthPanel } from '@/components/approvals/month-panel'
import { OpeningPanel } from '@/components/approvals/opening-panel'
import { UnitChoice } from '@/components/approvals/unit-choice'
import { PageHead } from '@/components/layout/page-head'
import { Pager } from '@/components/ui/data-table'
import { sayMonth } from '@/lib/domain/batch-words'
import { sayDayMonth, sayInstant } from '@/lib/domain/calendar'
import type { Actor } from '@/lib/domain/policy'
import { orNotFound, requireDoor } from '@/lib/server/access'
import { batchList, ownUnits } from '@/lib/server/approvals/batch-list'
import { type BatchPreview, batchPreview, ROWS_A_PAGE } from '@/lib/server/approvals/batch-preview'
import { now } from '@/lib/server/clock'
import { noteListed } from '@/lib/server/records/note-read'
import { prepareBatch } from './actions'
import { pageOf, pagesOf, type Query, unitIn } from './query'

export const metadata: Metadata = { title: 'Ký duyệt' }

const BATCHES_A_PAGE = 20

export default async function ApprovalsPage({ searchParams }: { searchParams: Query }) {
  const actor = await requireDoor('batch.read', '/approvals')
  const query = await searchParams
  const units = ownUnits(actor)
  const unitId = unitIn(query) ?? units[0]?.id ?? null
  const page = pageOf(query, 'page')
  const preview =
    unitId === null ? null : await orNotFound(actor, '/approvals', () => batchPreview(actor, unitId, page))
  if (preview) await noteListed(actor, preview.unit.path, preview.changed, now())
  return (
    <>
      <PageHead
        title={preview?.maySign ? 'Ký duyệt' : 'Đợt ký'}
        lead={preview?.unit.name ?? 'Các đợt ký của tỉnh'}
        asOf={`Số liệu lúc ${sayInstant(now())}`}
      >
        {units.length > 1 && <UnitChoice units={units} chosen={unitId} />}
      </PageHead>
      {preview && <Month actor={actor} preview={preview} page={page} />}
      <Past actor={actor} unitId={unitId} page={pageOf(query, 'batches')} />
    </>
  )
}

function Month({ actor, preview, page }: { actor: Actor; preview: BatchPreview; page: number }) {
  const { unit, window, sum, changed, excluded } = preview
  const first = (page - 1) * ROWS_A_PAGE + 1
  const isDone = sum.signed === 0 && sum.quiet > 0
  return (
    <div className="cols cols--sign">
      <div>
        <MonthPanel
          title={`Tháng ${sayMonth(window.month)}: ${isDone ? 'đã ký' : `${sum.signed.toLocaleString('vi')} hồ sơ sẵn sàng ký`}`}
          note={
            isDone
              ? ''
              : `(${sum.unchanged.toLocaleString('vi')} không đổi + ${sum.changed.toLocaleString('vi')} đã kiểm)`
          }
          month={window.month}
          today={actor.today}
          window={window}
          sum={sum}
          counted={`ngày ${sayDayMonth(actor.today)}`}
        />
        <ChangedPeople
          people={changed}
          count={sum.changed}
          first={first}
          page={pagesOf(`/approvals?unit=${unit.id}&`, 'page', page, sum.changed, ROWS_A_PAGE)}
        />
        {excluded.length > 0 && (
          <ExcludedPeople
            people={excluded}
            title={`${excluded.length.toLocaleString('vi')} người chưa ký được tháng này`}
            note={`Ký bổ sung được đến ${sayDayMonth(window.to)}`}
          />
        )}
      </div>
      <OpeningPanel preview={preview} today={actor.today} open={prepareBatch} />
    </div>
  )
}

async function Past({ actor, unitId, page }: { actor: Actor; unitId: string | null; page: number }) {
  const skip = (page - 1) * BATCHES_A_PAGE
  const { rows, total } = await batchList(actor, { unitId, skip, take: BATCHES_A_PAGE })
  const base = unitId === null ? '/approvals?' : `/approvals?unit=${unitId}&`
  return (
    <section className="panel apart" aria-labelledby="batches">
      <header>
        <h2 id="batches">Các đợt ký</h2>
      </header>
      <BatchTable rows={rows} labelledBy="batches" withUnit={unitId === null} />
      {total > rows.length && (
        <Pager
          from={skip + 1}
          to={skip + rows.length}
          of={total}
          noun="đợt"
          {...pagesOf(base, 'batches', page, total, BATCHES_A_PAGE)}
        />
      )}
    </section>
  )
}
