import type { Metadata } from 'next'
import { PageHead } from '@/components/layout/page-head'
import { NewPersonForm } from '@/components/people/new-person-form'
import { mayGrant } from '@/lib/domain/granting'
import { idIn, type Query, wordIn } from '@/lib/domain/list-query'
import { mayAnywhere, ROLES } from '@/lib/domain/policy'
import { ROLE_WORDS } from '@/lib/domain/role-words'
import { requireDoor } from '@/lib/server/access'
import { codeLists } from '@/lib/server/code-lists/code-lists'
import { unitChoices } from '@/lib/server/units/unit-tree'
import { addPerson } from '../../actions'

export const metadata: Metadata = { title: 'Thêm người' }

/** One form from nobody to somebody who can sign in. `?unit=…&role=unitAdmin` has the choice made already. */
export default async function NewPersonPage({ searchParams }: { searchParams: Promise<Query> }) {
  const actor = await requireDoor('person.create', '/administration/people/new')
  const query = await searchParams
  const units = await unitChoices(actor, 'person.create')
  const roles = ROLES.filter((role) => role !== 'person' && units.some(({ path }) => mayGrant(actor, role, path)))
  const mayIssue = mayAnywhere(actor, 'account.manage')
  const asked = idIn(query, 'unit')
  return (
    <>
      <PageHead
        title="Thêm người"
        crumbs={[mayIssue ? { label: 'Quản trị', href: '/administration' } : { label: 'Hồ sơ', href: '/records' }]}
      />
      <NewPersonForm
        units={units}
        unitId={units.find(({ id }) => id === asked)?.id ?? (units.length === 1 ? (units[0]?.id ?? null) : null)}
        role={roles.find((role) => role === wordIn(query, 'role')) ?? ''}
        categories={choicesOf('doi-tuong')}
        statuses={choicesOf('trang-thai-cong-tac')}
        roles={roles.map((role) => ({ value: role, label: ROLE_WORDS[role] }))}
        mayIssue={mayIssue}
        create={addPerson}
      />
    </>
  )
}

const choicesOf = (list: string) => codeLists(list).map(({ code, label }) => ({ value: code, label }))
