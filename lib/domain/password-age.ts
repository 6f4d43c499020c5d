import { passwordFiguresOn } from './password-figures'
import { type Grant, inForce } from './policy'
import { addMonths } from './rules/day-arithmetic'

export type PasswordAge = {
  /** The first day on which the password opens nothing but its own change. */
  expires: string
  expired: boolean
  /** Days left, where few enough to speak of; null while there is time. */
  remind: number | null
}

/** How far a password of that day has got (Quy chế, Điều 10): six months, two for administrators. */
export function passwordAge(setOn: string, grants: readonly Grant[], today: string): PasswordAge {
  const { months, monthsOfAdministrators, administrators, remindDays } = passwordFiguresOn(today)
  const administers = grants.some((grant) => inForce(grant, today) && administrators.includes(grant.role))
  const expires = addMonths(setOn, administers ? monthsOfAdministrators : months)
  const left = Math.round((Date.parse(expires) - Date.parse(today)) / 86_400_000)
  return { expires, expired: left <= 0, remind: left > 0 && left <= remindDays ? left : null }
}
