import type { Metadata } from 'next'
import { PageHead } from '@/components/layout/page-head'
import { ExportLink } from '@/components/lists/export-link'
import { ListPanel } from '@/components/lists/list-panel'
import { FreshDownload } from '@/components/lock/fresh-download'
import { Icon } from '@/components/ui/icon'
import { sayDay, sayInstant } from '@/lib/domain/calendar'
import { listHref, type Query, wordIn } from '@/lib/domain/list-query'
import { AUDIT_LIST } from '@/lib/domain/lists/audit-list-spec'
import { readAsk } from '@/lib/domain/lists/list-spec'
import { orNotFound, requireDoor } from '@/lib/server/access'
import { auditFingerprint } from '@/lib/server/audit-export'
import { AUDIT_COLUMNS, type AuditRow, auditLog } from '@/lib/server/audit-log'
import { ACTION_LABELS } from '@/lib/server/audit-words'
import { now } from '@/lib/server/clock'
import { startJob } from '../jobs/actions'
import { listViews } from '../list-views'

export const metadata: Metadata = { title: 'Nhật ký' }

/** Who did or saw what. Each reading is itself an entry. */
export default async function AuditPage({ searchParams }: { searchParams: Promise<Query> }) {
  const actor = await requireDoor('audit.read', '/audit')
  const query = await searchParams
  const views = await listViews(actor, 'audit', query)
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
        <ExportLink
          list="audit"
          spec={AUDIT_LIST}
          ask={ask}
          total={page.total + Number(page.atLeast)}
          start={startJob}
        />
        {fingerprint && (
          <FreshDownload className="button" href={listHref('/api/audit', { from, until })}>
            <Icon name="seal" />
            Xuất bản có ký
          </FreshDownload>
        )}
      </PageHead>
      <ListPanel
        spec={AUDIT_LIST}
        ask={ask}
        page={page}
        columns={AUDIT_COLUMNS}
        keyOf={({ id }) => id}
        cells={CELLS}
        head="doer"
        title={`${page.atLeast ? 'Hơn ' : ''}${page.total.toLocaleString('vi')} việc`}
        aside={fingerprint && <span className="meta">Vân tay khóa ký: {fingerprint}</span>}
        searchLabel={null}
        fields={[
          day('from', 'Từ ngày'),
          day('until', 'đến ngày'),
          { kind: 'choice', name: 'action', label: 'Việc', choices: ACTIONS, value: action },
          { kind: 'words', name: 'doer', label: 'Người làm', value: doer },
          { kind: 'words', name: 'subject', label: 'Hồ sơ, người (tên, số CCCD), đơn vị', value: subject },
        ]}
        carried={{ of: ask.filters.of ?? null }}
        views={{ ...views, units: [] }}
        empty={{ title: 'Không có việc nào khớp.', children: 'Bỏ bớt điều kiện lọc, hoặc xem thêm ngày.' }}
        noun="việc"
      />
    </>
  )
}

const ACTIONS = Object.entries(ACTION_LABELS).map(([value, label]) => ({ value, label }))
const isBad = (action: string) => action.endsWith('efused') || action === 'signIn.locked'

const CELLS = {
  what: ({ action, sentence }: AuditRow) => <span className={isBad(action) ? 'bad' : undefined}>{sentence}</span>,
}
