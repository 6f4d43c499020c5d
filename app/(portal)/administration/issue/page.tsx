import type { Metadata } from 'next'
import { PageHead } from '@/components/layout/page-head'
import { IssueForm } from '@/components/people/issue-form'
import { ButtonLink } from '@/components/ui/button'
import { idIn, type Query } from '@/lib/domain/list-query'
import { passwordFiguresOn } from '@/lib/domain/password-figures'
import { requireDoor } from '@/lib/server/access'
import { unitChoices } from '@/lib/server/units/unit-tree'
import { startJob } from '../../jobs/actions'
import { readList } from './actions'

export const metadata: Metadata = { title: 'Cấp nhiều tài khoản' }

export default async function IssueAccountsPage({ searchParams }: { searchParams: Promise<Query> }) {
  const actor = await requireDoor('account.manage', '/administration/issue')
  const units = await unitChoices(actor, 'account.manage')
  const asked = idIn(await searchParams, 'unit')
  return (
    <>
      <PageHead
        title="Cấp nhiều tài khoản"
        crumbs={[{ label: 'Quản trị', href: '/administration' }]}
        lead="Mỗi người một tài khoản và một phiếu để cắt ra trao tay, trong một tệp PDF."
      >
        <ButtonLink look="small" icon="clock" href="/jobs">
          Việc chạy lâu
        </ButtonLink>
      </PageHead>
      <IssueForm
        units={units}
        unitId={units.find(({ id }) => id === asked)?.id ?? units[0]?.id ?? null}
        days={passwordFiguresOn(actor.today).oneTimeDays}
        read={readList}
        start={startJob}
      />
    </>
  )
}
