import type { Metadata } from 'next'
import { PageHead } from '@/components/layout/page-head'
import { AccountFilter } from '@/components/people/account-filter'
import { AccountTable } from '@/components/people/account-table'
import { AdministrationTabs } from '@/components/people/administration-tabs'
import { ListPager } from '@/components/people/list-pager'
import { ButtonLink } from '@/components/ui/button'
import { Empty } from '@/components/ui/empty'
import { idIn, listHref, pageIn, type Query, rowsOf, wordIn } from '@/lib/domain/list-query'
import { mayAnywhere } from '@/lib/domain/policy'
import { orNotFound, requireDoor } from '@/lib/server/access'
import { now } from '@/lib/server/clock'
import { ACCOUNT_STATES, accountList } from '@/lib/server/people/account-list'
import { loadUnit, unitChoices } from '@/lib/server/units/unit-tree'

export const metadata: Metadata = { title: 'Quản trị' }

/** People and accounts in reach. */
export default async function AdministrationPage({ searchParams }: { searchParams: Promise<Query> }) {
  const actor = await requireDoor('account.manage', '/administration')
  const query = await searchParams
  const [search, unitId, page] = [wordIn(query, 'q'), idIn(query, 'unit'), pageIn(query)]
  const state = ACCOUNT_STATES.find((one) => one === wordIn(query, 'state')) ?? 'any'
  const unit = unitId && (await orNotFound(actor, '/administration', () => loadUnit(actor, 'account.manage', unitId)))
  const [{ total, accounts }, units] = await Promise.all([
    accountList(actor, { search, state, unitPath: unit ? unit.path : null }, rowsOf(page), now()),
    unitChoices(actor, 'account.manage'),
  ])
  return (
    <>
      <PageHead title="Quản trị" here="Người và tài khoản">
        {mayAnywhere(actor, 'account.grantUnitAdmin') && (
          <ButtonLink href={listHref('/administration/people/new', { unit: unitId, role: 'unitAdmin' })}>
            Thêm quản trị đơn vị
          </ButtonLink>
        )}
        <ButtonLink look="main" icon="plus" href={listHref('/administration/people/new', { unit: unitId })}>
          Thêm người
        </ButtonLink>
      </PageHead>
      <AdministrationTabs current="accounts" />
      <section className="panel" aria-labelledby="accounts">
        <AccountFilter
          heading={`${total.toLocaleString('vi')} người`}
          headingId="accounts"
          search={search}
          state={state}
          units={units}
          unitId={unitId}
        />
        {accounts.length === 0 ? (
          <Empty title="Không có ai trong danh sách này.">Bỏ bớt điều kiện lọc, hoặc gõ ít chữ hơn.</Empty>
        ) : (
          <AccountTable accounts={accounts} labelledBy="accounts" />
        )}
        <ListPager
          path="/administration"
          filter={{ q: search, unit: unitId, state: state === 'any' ? null : state }}
          page={page}
          shown={accounts.length}
          total={total}
          noun="người"
        />
      </section>
    </>
  )
}
