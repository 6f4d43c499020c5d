import { passwordAge } from './password-age'
import type { Grant } from './policy'

/** What an account must have done before any other door opens, in the order it is asked. */
export type Duty = 'password'

export type AccountFacts = {
  mustChangePassword: boolean
  /** The day the present password was chosen. */
  passwordSetOn: string
  /** The last day of an exemption, which only a demonstration knows. */
  exemptUntil: string | null
  grants: readonly Grant[]
}

/** What is still owed, and what an exemption spares for now. */
export function dutiesOf(account: AccountFacts, today: string): { owed: Duty[]; spared: Duty[] } {
  const exempt = account.exemptUntil !== null && today <= account.exemptUntil
  const sparable: Duty[] = passwordAge(account.passwordSetOn, account.grants, today).expired ? ['password'] : []
  // A password that was handed out is changed by everybody.
  if (account.mustChangePassword) return { owed: ['password'], spared: [] }
  return exempt ? { owed: [], spared: sparable } : { owed: sparable, spared: [] }
}
