import type { Metadata } from 'next'
import { batchCells } from '@/components/approvals/batch-cells'
import { ChangedPeople } from '@/components/approvals/changed-people'
import { ExcludedPeople } from '@/components/approvals/excluded-people'
import { FaultyPeople } from '@/components/approvals/faulty-people'
import { MonthPanel } from '@/components/approvals/month-panel'
import { OpeningPanel } from '@/components/approvals/opening-panel'
import { UnitChoice } from '@/components/approvals/unit-choice'
import { EndingNotice } from '@/components/enrolment/ending-notice'
import { PageHead } from '@/components/layout/page-head'
import { ExportLink } from '@/components/lists/export-link'
import { ListPanel } from '@/components/lists/list-panel'
import { ButtonLink } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { BATCH_CHIPS, sayMonth } from '@/lib/domain/batch-words'
import { sayDayMonth, sayInstant } from '@/lib/domain/calendar'
import { BATCH_LIST, type BatchAsk } from '@/lib/domain/lists/batch-list-spec'
import { readAsk } from '@/lib/domain/lists/list-spec'
import { type Actor, mayAnywhere } from '@/lib/domain/policy'
import { orNotFound, requireDoor } from '@/lib/server/access'
import { BATCH_COLUMNS, batchList, ownUnits } from '@/lib/server/approvals/batch-list'
import { type BatchPreview, batchPreview, ROWS_A_PAGE } from '@/lib/server/approvals/batch-preview'
import { now } from '@/lib/server/clock'
import { endingCertificate } from '@/lib/server/enrolment/own-certificates'
import { noteListed } from '@/lib/server/records/note-read'
import { startJob } from '../jobs/actions'
import { listViews } from '../list-views'
import { prepareBatch } from './actions'
import { pageOf, pagesOf, type Query } from './query'

export const metadata: Metadata = { title: 'Ký duyệt' }

export default async function ApprovalsPage({ searchParams }: { searchParams: Query }) {
  const actor = await requireDoor('batch.read', '/approvals')
  const query = await searchParams
  const views = await listViews(actor, 'batches', query)
  const ask = readAsk(BATCH_LIST, query)
  const units = ownUnits(actor)
  const unitId = ask.filters.unit ?? units[0]?.id ?? null
  const page = pageOf(query, 'page')
  const ending = mayAnywhere(actor, 'batch.sign') ? await endingCertificate(actor) : null
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
        {mayAnywhere(actor, 'batch.sign') && (
          <ButtonLink look="small" href="/signing">
            Kiểm tra ký số
          </ButtonLink>
        )}
        {mayAnywhere(actor, 'export.read') && (
          <ButtonLink look="small" href="/exports">
            Cấp văn bản
          </ButtonLink>
        )}
        {mayAnywhere(actor, 'mandate.give') && (
          <ButtonLink look="small" href="/approvals/mandates">
            Giao ký
          </ButtonLink>
        )}
        {units.length > 1 && <UnitChoice units={units} chosen={unitId} />}
      </PageHead>
      {ending && <EndingNotice ending={ending} />}
      {preview?.mandate && (
        <Notice title={`Anh/Chị ký ${preview.mandate.kind}. ${preview.mandate.head}.`}>
          Theo văn bản {preview.mandate.documentNo}.
        </Notice>
      )}
      {preview && <Month actor={actor} preview={preview} page={page} />}
      <Past actor={actor} ask={ask} unitId={unitId} views={views} />
    </>
  )
}

function Month({ actor, preview, page }: { actor: Actor; preview: BatchPreview; page: number }) {
  const { unit, window, sum, changed, faulty, excluded } = preview
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
        <FaultyPeople people={faulty} />
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

const STATES = Object.entries(BATCH_CHIPS).map(([value, { word }]) => ({ value, label: word }))
const KINDS = [
  { value: 'monthly', label: 'Hằng tháng' },
  { value: 'adHoc', label: 'Ký riêng' },
]

type PastProps = { actor: Actor; ask: BatchAsk; unitId: string | null; views: Awaited<ReturnType<typeof listViews>> }

/** Of the unit whose month is shown above; without one, of all units in reach. */
async function Past({ actor, ask: asked, unitId, views }: PastProps) {
  const { state, kind, month } = asked.filters
  const ask = unitId === null ? asked : { ...asked, filters: { ...asked.filters, unit: unitId } }
  const page = await batchList(actor, ask)
  return (
    <div className="apart">
      <ListPanel
        spec={BATCH_LIST}
        ask={ask}
        page={page}
        columns={BATCH_COLUMNS.filter(({ key }) => key !== 'unit' || unitId === null)}
        keyOf={({ id }) => id}
        cells={batchCells}
        title="Các đợt ký"
        aside={<ExportLink list="batches" spec={BATCH_LIST} ask={ask} total={page.total} start={startJob} />}
        searchLabel={null}
        fields={[
          { kind: 'choice', name: 'state', label: 'Trạng thái', choices: STATES, value: state },
          { kind: 'choice', name: 'kind', label: 'Loại', choices: KINDS, value: kind },
          { kind: 'day', name: 'month', label: 'Tháng', value: month && sayMonth(month) },
        ]}
        carried={{ unit: unitId }}
        narrowed={[state, kind, month].some((value) => value !== undefined)}
        views={views}
        empty={{
          title: 'Không có đợt ký nào trong danh sách này.',
          children: 'Đợt hằng tháng mở trong năm ngày cuối tháng.',
        }}
        noun="đợt"
      />
    </div>
  )
}
