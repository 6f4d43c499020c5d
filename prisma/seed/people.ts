import type { Role } from '@/lib/domain/policy'
import { usernameFor } from '@/lib/domain/username'
import { jobsOf } from './jobs'
import { type Profile, profileOf } from './profile'
import { type SpecialPerson, specialPeople } from './special-people'
import { dealStages, type Stage } from './stages'
import { UNITS, type UnitPlan } from './units'

export type PersonPlan = {
  profile: Profile
  stage: Stage
  username: string
  /** Has the password everybody is told. */
  isDemo: boolean
  /** Has the second factor everybody is told. */
  secondFactor: boolean
  /** Besides `person`. `over` is a unit's code. */
  roles: readonly { role: Role; over: string }[]
}

/** Everyone in the demo province, in the order of the units. `today` is the first day of the first month. */
export function planPeople(today: string): PersonPlan[] {
  const special = new Map(specialPeople(today.slice(0, 7)).map((person) => [person.at.join('/'), person]))
  const taken = new Set<string>()
  const names = new Set([...special.values()].flatMap(({ given }) => given.fullName ?? []))
  const deal = dealStages()
  let serial = 0
  return dealingOrder().flatMap((unit) => {
    const nextStage = deal(unit)
    return Array.from({ length: unit.size }, (_, index) => {
      serial += 1
      return plan({
        unit,
        index,
        serial,
        today,
        special: special.get(`${unit.code}/${index}`),
        nextStage,
        taken,
        names,
      })
    })
  })
}

/** The demo unit first, so that it has somebody in every stage. */
const dealingOrder = () => [...UNITS].sort((one, other) => Number(isDemoUnit(other)) - Number(isDemoUnit(one)))
const isDemoUnit = ({ code }: UnitPlan) => code === 'thpt-binh-hang'

type Place = {
  unit: UnitPlan
  index: number
  serial: number
  today: string
  special: SpecialPerson | undefined
  nextStage: () => Stage
  taken: Set<string>
  names: Set<string>
}

function plan({ unit, index, serial, today, special, nextStage, taken, names }: Place): PersonPlan {
  const profile = named(unit, index, serial, today, special, names)
  const post = index === 0 ? 'thutruong' : index === 1 ? 'hoso' : null
  const username =
    special?.account ?? (post ? `${post}.${unit.code.replaceAll('-', '')}` : usernameFor(profile.fullName, taken))
  taken.add(username)
  return {
    ...{ profile, username, isDemo: special?.account !== undefined },
    secondFactor: special?.secondFactor ?? false,
    stage: special?.stage ?? (post ? ownStage(post, unit) : nextStage()),
    roles: [...(post ? POST_ROLES[post].map((role) => ({ role, over: unit.code })) : []), ...(special?.roles ?? [])],
  }
}

const POST_ROLES = { thutruong: ['unitHead'], hoso: ['recordsOfficer', 'unitAdmin'] } as const

/** A head's own record waits for somebody above them; an officer's is checked by the unit above, which the province lacks. */
const ownStage = (post: 'thutruong' | 'hoso', unit: UnitPlan): Stage =>
  post === 'thutruong' ? 'checked' : unit.parent === null ? 'submitted' : 'approvedFirst'

/** No two people of the same name: the dice are thrown again with another serial mark. */
function named(
  unit: UnitPlan,
  index: number,
  serial: number,
  today: string,
  special: SpecialPerson | undefined,
  names: Set<string>,
): Profile {
  const jobs = jobsOf(unit.staff)
  // Each post once; the rest of a large unit are its ordinary staff.
  const crowd = jobs.slice(2).filter(({ position }) => position === null)
  const job = jobs[index] ?? crowd[index % crowd.length]
  if (!job) throw new RangeError(`${unit.code} has no jobs`)
  for (let again = 0; ; again++) {
    const profile = profileOf({ unit, index: index + 1000 * again, serial, job, today }, special?.given ?? {})
    if (special?.given.fullName !== undefined) return profile
    if (names.has(profile.fullName)) continue
    names.add(profile.fullName)
    return profile
  }
}
