import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { PageHead } from '@/components/layout/page-head'
import { ExportLink } from '@/components/lists/export-link'
import { ListFilter } from '@/components/lists/list-filter'
import { ListFoot } from '@/components/lists/list-foot'
import { ListTable } from '@/components/lists/list-table'
import { SavedViews } from '@/components/lists/saved-views'
import { accountCells } from '@/components/people/account-cells'
import { AdministrationTabs } from '@/components/people/administration-tabs'
import { ButtonLink } from '@/components/ui/button'
import { Empty } from '@/components/ui/empty'
import { listHref, type Query } from '@/lib/domain/list-query'
import { ACCOUNT_LIST, ACCOUNT_STATES } from '@/lib/domain/lists/account-list-spec'
import { askHref, carriedOf, isNarrowed, readAsk } from '@/lib/domain/lists/list-spec'
import { mayAnywhere } from '@/lib/domain/policy'
import { orNotFound, requireDoor } from '@/lib/server/access'
import { now } from '@/lib/server/clock'
import { defaultOf, savedViews, sharingUnits } from '@/lib/server/lists/saved-views'
import { ACCOUNT_COLUMNS, accountList } from '@/lib/server/people/account-list'
import { loadUnit, unitChoices } from '@/lib/server/units/unit-tree'
import { chooseView, removeView, saveView } from '../list-actions'

export const metadata: Metadata = { title: 'Quản trị' }

/** People and accounts in reach. */
export default async function AdministrationPage({ searchParams }: { searchParams: Promise<Query> }) {
  const actor = await requireDoor('account.manage', '/administration')
  const query = await searchParams
  const views = await savedViews(actor, 'accounts')
  const opening = defaultOf(views, query)
  if (opening) redirect(opening)
  const ask = readAsk(ACCOUNT_LIST, query)
  const { unit, state } = ask.filters
  if (unit) await orNotFound(actor, '/administration', () => loadUnit(actor, 'account.manage', unit))
  const [page, units] = await Promise.all([accountList(actor, ask, now()), unitChoices(actor, 'account.manage')])
  return (
    <>
      <PageHead title="Quản trị" here="Người và tài khoản">
        <ExportLink list="accounts" spec={ACCOUNT_LIST} ask={ask} total={page.total} />
        {mayAnywhere(actor, 'account.grantUnitAdmin') && (
          <ButtonLink href={listHref('/administration/people/new', { unit, role: 'unitAdmin' })}>
            Thêm quản trị đơn vị
          </ButtonLink>
        )}
        <ButtonLink look="main" icon="plus" href={listHref('/administration/people/new', { unit })}>
          Thêm người
        </ButtonLink>
      </PageHead>
      <AdministrationTabs current="accounts" />
      <section className="panel" aria-labelledby="accounts">
        <header>
          <h2 id="accounts">{page.total.toLocaleString('vi')} người</h2>
          <SavedViews
            list="accounts"
            views={views}
            query={askHref(ACCOUNT_LIST, ask).split('?')[1] ?? ''}
            units={sharingUnits(actor)}
            save={saveView}
            remove={removeView}
            choose={chooseView}
          />
        </header>
        <ListFilter
          path={ACCOUNT_LIST.path}
          searchLabel="Tên, số CCCD, tên đăng nhập"
          search={ask.search}
          fields={[
            ...(units.length > 1 ? [{ kind: 'unit' as const, name: 'unit', label: 'Đơn vị', units, value: unit }] : []),
            { kind: 'choice', name: 'state', label: 'Tài khoản', choices: STATES, value: state },
          ]}
          carried={carriedOf(ACCOUNT_LIST, ask)}
          narrowed={isNarrowed(ask)}
        />
        {page.rows.length === 0 ? (
          <Empty title="Không có ai trong danh sách này.">Bỏ bớt điều kiện lọc, hoặc gõ ít chữ hơn.</Empty>
        ) : (
          <ListTable
            spec={ACCOUNT_LIST}
            ask={ask}
            columns={ACCOUNT_COLUMNS}
            rows={page.rows}
            keyOf={({ personId }) => personId}
            labelledBy="accounts"
            cells={accountCells}
          />
        )}
        <ListFoot spec={ACCOUNT_LIST} ask={ask} page={page} noun="người" />
      </section>
    </>
  )
}

const STATES = Object.entries(ACCOUNT_STATES).map(([value, label]) => ({ value, label }))
