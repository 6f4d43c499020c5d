import { passwordAge } from './password-age'
import type { Grant } from './policy'
import { mustHaveSecondFactor } from './second-factor'

/** What an account must have done before any other door opens, in the order it is asked. */
export type Duty = 'password' | 'secondFactor'

export type AccountFacts = {
  mustChangePassword: boolean
  /** The day the present password was chosen. */
  passwordSetOn: string
  secondFactor: boolean
  /** The last day of an exemption, which only a demonstration knows. */
  exemptUntil: string | null
  grants: readonly Grant[]
}

/** What is still owed, and what an exemption spares for now. */
export function dutiesOf(account: AccountFacts, today: string): { owed: Duty[]; spared: Duty[] } {
  const { mustChangePassword, passwordSetOn, secondFactor, exemptUntil, grants } = account
  const sparable: Duty[] = [
    ...when(!mustChangePassword && passwordAge(passwordSetOn, grants, today).expired, 'password'),
    ...when(!secondFactor && mustHaveSecondFactor(grants, today), 'secondFactor'),
  ]
  // A password that was handed out is changed by everybody.
  const always = when(mustChangePassword, 'password')
  const exempt = exemptUntil !== null && today <= exemptUntil
  return exempt ? { owed: always, spared: sparable } : { owed: [...always, ...sparable], spared: [] }
}

const when = (owed: boolean, duty: Duty): Duty[] => (owed ? [duty] : [])
