import type { Metadata } from 'next'
import { PageHead } from '@/components/layout/page-head'
import { ListPanel } from '@/components/lists/list-panel'
import { accountCells } from '@/components/people/account-cells'
import { AdministrationTabs } from '@/components/people/administration-tabs'
import { ButtonLink } from '@/components/ui/button'
import { listHref, type Query } from '@/lib/domain/list-query'
import { ACCOUNT_LIST, ACCOUNT_STATES } from '@/lib/domain/lists/account-list-spec'
import { readAsk } from '@/lib/domain/lists/list-spec'
import { mayAnywhere } from '@/lib/domain/policy'
import { orNotFound, requireDoor } from '@/lib/server/access'
import { now } from '@/lib/server/clock'
import { ACCOUNT_COLUMNS, accountList } from '@/lib/server/people/account-list'
import { loadUnit, unitChoices } from '@/lib/server/units/unit-tree'
import { listViews } from '../list-views'

export const metadata: Metadata = { title: 'Quản trị' }

/** People and accounts in reach. */
export default async function AdministrationPage({ searchParams }: { searchParams: Promise<Query> }) {
  const actor = await requireDoor('account.manage', '/administration')
  const query = await searchParams
  const views = await listViews(actor, 'accounts', query)
  const ask = readAsk(ACCOUNT_LIST, query)
  const { unit, state } = ask.filters
  if (unit) await orNotFound(actor, '/administration', () => loadUnit(actor, 'account.manage', unit))
  const [page, units] = await Promise.all([accountList(actor, ask, now()), unitChoices(actor, 'account.manage')])
  return (
    <>
      <PageHead title="Quản trị" here="Người và tài khoản">
        {mayAnywhere(actor, 'account.grantUnitAdmin') && (
          <ButtonLink href={listHref('/administration/people/new', { unit, role: 'unitAdmin' })}>
            Thêm quản trị đơn vị
          </ButtonLink>
        )}
        <ButtonLink href={listHref('/administration/issue', { unit })}>Cấp nhiều tài khoản</ButtonLink>
        <ButtonLink look="main" icon="plus" href={listHref('/administration/people/new', { unit })}>
          Thêm người
        </ButtonLink>
      </PageHead>
      <AdministrationTabs current="accounts" actor={actor} />
      <ListPanel
        spec={ACCOUNT_LIST}
        ask={ask}
        page={page}
        columns={ACCOUNT_COLUMNS}
        keyOf={({ personId }) => personId}
        cells={accountCells}
        title={`${page.total.toLocaleString('vi')} người`}
        searchLabel="Tên, số CCCD, tên đăng nhập"
        fields={[
          ...(units.length > 1 ? [{ kind: 'unit' as const, name: 'unit', label: 'Đơn vị', units, value: unit }] : []),
          { kind: 'choice', name: 'state', label: 'Tài khoản', choices: STATES, value: state },
        ]}
        views={views}
        empty={{ title: 'Không có ai trong danh sách này.', children: 'Bỏ bớt điều kiện lọc, hoặc gõ ít chữ hơn.' }}
        noun="người"
      />
    </>
  )
}

const STATES = Object.entries(ACCOUNT_STATES).map(([value, label]) => ({ value, label }))
