import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { PageHead } from '@/components/layout/page-head'
import { ExportLink } from '@/components/lists/export-link'
import { ListFilter } from '@/components/lists/list-filter'
import { ListFoot } from '@/components/lists/list-foot'
import { ListTable } from '@/components/lists/list-table'
import { SavedViews } from '@/components/lists/saved-views'
import { FreshDownload } from '@/components/lock/fresh-download'
import { Empty } from '@/components/ui/empty'
import { Icon } from '@/components/ui/icon'
import { sayDay, sayInstant } from '@/lib/domain/calendar'
import { listHref, type Query, wordIn } from '@/lib/domain/list-query'
import { AUDIT_LIST } from '@/lib/domain/lists/audit-list-spec'
import { askHref, carriedOf, isNarrowed, readAsk } from '@/lib/domain/lists/list-spec'
import { orNotFound, requireDoor } from '@/lib/server/access'
import { auditFingerprint } from '@/lib/server/audit-export'
import { AUDIT_COLUMNS, type AuditRow, auditLog } from '@/lib/server/audit-log'
import { ACTION_LABELS } from '@/lib/server/audit-words'
import { now } from '@/lib/server/clock'
import { defaultOf, savedViews } from '@/lib/server/lists/saved-views'
import { chooseView, removeView, saveView } from '../list-actions'

export const metadata: Metadata = { title: 'Nhật ký' }

/** Who did or saw what. Each reading is itself an entry. */
export default async function AuditPage({ searchParams }: { searchParams: Promise<Query> }) {
  const actor = await requireDoor('audit.read', '/audit')
  const query = await searchParams
  const views = await savedViews(actor, 'audit')
  const opening = defaultOf(views, query)
  if (opening) redirect(opening)
  const ask = readAsk(AUDIT_LIST, query)
  const page = await orNotFound(actor, '/audit', () => auditLog(actor, ask, now()))
  const { action, doer, subject, from, until } = ask.filters
  const fingerprint = auditFingerprint()
  const day = (name: 'from' | 'until', label: string) => {
    const [typed, read] = [wordIn(query, name), ask.filters[name]]
    const fault = typed !== '' && read === undefined ? 'Không có ngày này. Ví dụ 27/11/2026.' : undefined
    return { kind: 'day' as const, name, label, value: read ? sayDay(read) : typed || undefined, fault }
  }
  return (
    <>
      <PageHead
        title="Nhật ký"
        lead="Ai đã làm gì, xem gì. Mỗi lần xem nhật ký cũng được ghi lại."
        asOf={`Số liệu lúc ${sayInstant(now())}`}
      >
        <ExportLink list="audit" spec={AUDIT_LIST} ask={ask} total={page.total + Number(page.atLeast)} />
        {fingerprint && (
          <FreshDownload className="button" href={listHref('/api/audit', { from, until })}>
            <Icon name="seal" />
            Xuất bản có ký
          </FreshDownload>
        )}
      </PageHead>
      <section className="panel" aria-labelledby="events">
        <header>
          <h2 id="events">
            {page.atLeast && 'Hơn '}
            {page.total.toLocaleString('vi')} việc
          </h2>
          {fingerprint && <span className="meta">Vân tay khóa ký: {fingerprint}</span>}
          <SavedViews
            list="audit"
            views={views}
            query={askHref(AUDIT_LIST, ask).split('?')[1] ?? ''}
            units={[]}
            save={saveView}
            remove={removeView}
            choose={chooseView}
          />
        </header>
        <ListFilter
          path={AUDIT_LIST.path}
          searchLabel={null}
          search=""
          fields={[
            day('from', 'Từ ngày'),
            day('until', 'đến ngày'),
            { kind: 'choice', name: 'action', label: 'Việc', choices: ACTIONS, value: action },
            { kind: 'words', name: 'doer', label: 'Người làm', value: doer },
            { kind: 'words', name: 'subject', label: 'Hồ sơ, người (tên, số CCCD), đơn vị', value: subject },
          ]}
          carried={{ ...carriedOf(AUDIT_LIST, ask), of: ask.filters.of ?? null }}
          narrowed={isNarrowed(ask)}
        />
        {page.rows.length === 0 ? (
          <Empty title="Không có việc nào khớp.">Bỏ bớt điều kiện lọc, hoặc xem thêm ngày.</Empty>
        ) : (
          <ListTable
            spec={AUDIT_LIST}
            ask={ask}
            columns={AUDIT_COLUMNS}
            rows={page.rows}
            keyOf={({ id }) => id}
            labelledBy="events"
            head="doer"
            cells={CELLS}
          />
        )}
        <ListFoot spec={AUDIT_LIST} ask={ask} page={page} noun="việc" />
      </section>
    </>
  )
}

const ACTIONS = Object.entries(ACTION_LABELS).map(([value, label]) => ({ value, label }))
const isBad = (action: string) => action.endsWith('efused') || action === 'signIn.locked'

const CELLS = {
  what: ({ action, sentence }: AuditRow) => <span className={isBad(action) ? 'bad' : undefined}>{sentence}</span>,
}
