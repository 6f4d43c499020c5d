import 'server-only'
import { z } from 'zod'
import { ROLES } from '@/lib/domain/policy'
import type { FieldErrors } from '@/lib/domain/refusal'
import { typedText } from '@/lib/domain/typed-text'
import type { Call, Transact } from '../call'
import { requireNobodyAlike } from './alike-people'
import { CreatePerson, createPerson } from './create-person'
import { issueAccount, type Slip } from './issue-account'
import { grantRole } from './roles'

export const WelcomePerson = CreatePerson.extend({
  /** An account at once; with a role over the unit, for who will do more than fill in their own record. */
  account: z.object({ role: z.enum(ROLES).nullable(), reason: typedText(300) }).nullable(),
  /** Others of this name and birth were shown, and this is somebody else. */
  alikeSeen: z.boolean().optional(),
})

/** Somebody new, with account and role where wanted: all of it or nothing. */
export async function welcomePerson({ transact, actor, input, now }: Call<z.output<typeof WelcomePerson>>) {
  const { account, alikeSeen, ...person } = input
  return transact(async (tx) => {
    const within: Transact = (work) => work(tx)
    const call = { transact: within, actor, now }
    const wordless = account !== null && account.role !== null && account.reason.length < 3
    const others: FieldErrors = wordless ? { 'account.reason': 'Ghi số quyết định hoặc công văn phân công.' } : {}
    const made = await createPerson({ ...call, input: person }, others)
    if (!alikeSeen) await requireNobodyAlike(tx, actor, made.personId)
    if (account === null) return { ...made, slip: null }
    const slip: Slip = await issueAccount({ ...call, input: { personId: made.personId } })
    if (account.role !== null && account.role !== 'person') {
      const { userId } = slip
      const grant = { userId, role: account.role, unitId: input.unitId, from: actor.today, until: null }
      await grantRole({ ...call, input: { ...grant, reason: account.reason } })
    }
    return { ...made, slip }
  })
}
