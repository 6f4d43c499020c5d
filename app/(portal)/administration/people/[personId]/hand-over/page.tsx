import type { Metadata } from 'next'
import { PageHead } from '@/components/layout/page-head'
import { HandOverForm } from '@/components/people/hand-over-form'
import { sayDay } from '@/lib/domain/calendar'
import { HANDED_OVER } from '@/lib/domain/granting'
import { isId } from '@/lib/domain/list-query'
import { Refusal } from '@/lib/domain/refusal'
import { ROLE_WORDS } from '@/lib/domain/role-words'
import { orNotFound, requireDoor } from '@/lib/server/access'
import { accountPage } from '@/lib/server/people/account-page'
import { handOverWork } from '../../../actions'

export const metadata: Metadata = { title: 'Bàn giao việc quản trị' }

export default async function HandOverPage({ params }: { params: Promise<{ personId: string }> }) {
  const { personId } = await params
  const address = `/administration/people/${personId}`
  const actor = await requireDoor('account.manage', address)
  const { person, user, roles } = await orNotFound(actor, address, async () => {
    if (!isId(personId)) throw new Refusal('notFound', {})
    const page = await accountPage(actor, personId)
    if (!page.user || !page.mayManage) throw new Refusal('notFound', {})
    return page
  })
  return (
    <>
      <PageHead
        title="Bàn giao việc quản trị"
        crumbs={[
          { label: 'Quản trị', href: '/administration' },
          { label: person.fullName, href: address },
        ]}
        lead={`Người giao: ${person.fullName}, ${person.unit.name}`}
      />
      <HandOverForm
        userId={user?.id ?? ''}
        today={sayDay(actor.today)}
        items={roles
          .filter(({ role }) => HANDED_OVER.includes(role))
          .map(({ role, unitName }) => `${ROLE_WORDS[role]}, ${unitName}`)}
        act={handOverWork}
      />
    </>
  )
}
