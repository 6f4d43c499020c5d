import { passwordAge } from './password-age'
import type { Grant } from './policy'
import { mustHaveSecondFactor } from './second-factor'
import { termsOn } from './terms'

/** What an account must have done before any other door opens, in the order it is asked. */
export type Duty = 'password' | 'terms' | 'secondFactor'

export type AccountFacts = {
  mustChangePassword: boolean
  /** The day the present password was chosen. */
  passwordSetOn: string
  secondFactor: boolean
  /** The terms of use accepted last. */
  termsVersion: string | null
  /** The last day of an exemption, which only a demonstration knows. */
  exemptUntil: string | null
  grants: readonly Grant[]
}

/** What is still owed, and what an exemption spares for now. Nobody is spared a password handed out, or the terms. */
export function dutiesOf(account: AccountFacts, today: string): { owed: Duty[]; spared: Duty[] } {
  const { mustChangePassword, passwordSetOn, secondFactor, termsVersion, exemptUntil, grants } = account
  const expired = !mustChangePassword && passwordAge(passwordSetOn, grants, today).expired
  const unguarded = !secondFactor && mustHaveSecondFactor(grants, today)
  const exempt = exemptUntil !== null && today <= exemptUntil
  const duties: { duty: Duty; due: boolean; sparable: boolean }[] = [
    { duty: 'password', due: mustChangePassword || expired, sparable: expired },
    { duty: 'terms', due: termsVersion !== termsOn(today).version, sparable: false },
    { duty: 'secondFactor', due: unguarded, sparable: true },
  ]
  const due = duties.filter((one) => one.due)
  const isSpared = (one: { sparable: boolean }) => exempt && one.sparable
  return {
    owed: due.filter((one) => !isSpared(one)).map(({ duty }) => duty),
    spared: due.filter(isSpared).map(({ duty }) => duty),
  }
}
