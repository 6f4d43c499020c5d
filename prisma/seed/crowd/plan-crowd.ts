import { usernameFor } from '@/lib/domain/username'
import { chanceOf } from '../chance'
import { jobsOf } from '../jobs'
import type { PersonPlan } from '../people'
import { profileOf } from '../profile'
import type { Stage } from '../stages'
import { UNITS, type UnitPlan } from '../units'
import { type Crowd, planUnits } from './plan-units'

/** A unit of the crowd, and who works there, planned when it is their turn: the head first, the records officer second. */
export type UnitOfCrowd = {
  unit: UnitPlan
  above: UnitPlan
  /** The head has signed the month that is closed. */
  signs: boolean
  people(): PersonPlan[]
}

/** Numbers and account names somebody has already. */
export type Taken = { citizenIds: Set<string>; usernames: Set<string> }

/** Counted on from the demo people, whose staff numbers end below. */
const FIRST_SERIAL = 1_000

/** `today`: the first day of the demo province’s first month, as its own people have it. The units have to be asked in their order. */
export function planCrowd(crowd: Crowd, today: string, taken: Taken): UnitOfCrowd[] {
  const units = planUnits(crowd)
  const byCode = new Map([...UNITS, ...units].map((unit) => [unit.code, unit]))
  const dice = chanceOf(`signing ${crowd.seed}`)
  let serial = FIRST_SERIAL
  return units.map((unit) => {
    const above = byCode.get(unit.parent ?? '')
    if (!above) throw new RangeError(`${unit.code} stands nowhere`)
    const jobs = jobsOf(unit.staff)
    const staff = jobs.slice(2).filter(({ position }) => position === null)
    const person = (index: number): PersonPlan => {
      const job = jobs[index] ?? staff[index % staff.length]
      if (!job) throw new RangeError(`${unit.code} has no jobs`)
      for (;;) {
        const profile = profileOf({ unit, index, serial, job, today, seed: crowd.seed }, {})
        serial += 1
        if (taken.citizenIds.has(profile.citizenId)) continue
        taken.citizenIds.add(profile.citizenId)
        const post = index === 0 ? 'thutruong' : index === 1 ? 'hoso' : null
        const username = post ? accountOf(post, unit.code) : usernameFor(profile.fullName, taken.usernames)
        taken.usernames.add(username)
        const roles = post ? POST_ROLES[post].map((role) => ({ role, over: unit.code })) : []
        const stage = post === 'thutruong' ? 'checked' : post === 'hoso' ? 'approvedSecond' : stageOf(profile.key)
        return { profile, username, stage, roles, isDemo: false, secondFactor: false }
      }
    }
    const signs = dice.happens(92)
    return { unit, above, signs, people: () => Array.from({ length: unit.size }, (_, index) => person(index)) }
  })
}

/** Who will sign, for whoever makes their keys before anybody is there. Names do not depend on the day. */
export function headsOfCrowd(crowd: Crowd) {
  return planUnits(crowd).map((unit) => {
    const [job] = jobsOf(unit.staff)
    if (!job) throw new RangeError(`${unit.code} has no jobs`)
    const { fullName } = profileOf({ unit, index: 0, serial: 0, job, today: '2026-09-01', seed: crowd.seed }, {})
    return { account: accountOf('thutruong', unit.code), name: fullName }
  })
}

export const accountOf = (post: 'thutruong' | 'hoso', unit: string) => `${post}.${unit.replaceAll('-', '')}`

const POST_ROLES = { thutruong: ['unitHead'], hoso: ['recordsOfficer', 'unitAdmin'] } as const

/** Most were approved in the month that is closed; the others stand anywhere on the way. */
function stageOf(key: string): Stage {
  const at = chanceOf(`${key}/stage`).whole(1, 100)
  if (at <= 84) return 'approvedSecond'
  return at <= 88 ? 'neverSignedIn' : at <= 92 ? 'draftHalf' : at <= 96 ? 'submitted' : 'returned'
}
