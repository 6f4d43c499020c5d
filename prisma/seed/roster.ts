import { createHash } from 'node:crypto'
import type { SectionId } from '@/lib/catalogue'
import { dayOf } from '@/lib/domain/calendar'
import type { Actor, Grant } from '@/lib/domain/policy'
import type { Call } from '@/lib/server/call'
import type { Tx } from '@/lib/server/db'
import type { PersonPlan } from './people'

/** Somebody of the plan who is in the database by now. */
export type Member = {
  plan: PersonPlan
  unitPath: string
  userId: string
  personId: string
  recordId: string
  grants: Grant[]
  /** Section versions, as the browser would remember them. */
  versions: Partial<Record<SectionId, number>>
}

/** A unit that is in the database by now. */
export type PlacedUnit = { id: string; path: string; name: string }

/** Who has been made so far. */
export class Roster {
  readonly units = new Map<string, PlacedUnit>()
  readonly #members = new Map<string, Member>()

  unit(code: string): PlacedUnit {
    const unit = this.units.get(code)
    if (!unit) throw new Error(`Unit ${code} has not been made yet`)
    return unit
  }

  add(member: Member) {
    this.#members.set(placeOf(member.plan), member)
  }

  get members(): Member[] {
    return [...this.#members.values()]
  }

  head = (unit: string) => this.#at(`${unit}/thutruong`)
  officer = (unit: string) => this.#at(`${unit}/hoso`)

  /** Who checks this person's submissions: the officer of their unit; an officer's own are checked by the unit above. */
  reviewerOf({ plan }: Member): Member {
    const { unit } = plan.profile
    const own = this.officer(unit.code)
    if (own.plan !== plan) return own
    if (unit.parent === null) throw new Error('Nobody is above the province')
    return this.officer(unit.parent)
  }

  #at(place: string): Member {
    const member = this.#members.get(place)
    if (!member) throw new Error(`Nobody holds ${place} yet`)
    return member
  }
}

const placeOf = ({ profile, roles }: PersonPlan) => {
  const post = roles.find(({ role }) => role === 'unitHead' || role === 'recordsOfficer')
  return `${profile.unit.code}/${post ? (post.role === 'unitHead' ? 'thutruong' : 'hoso') : profile.serial}`
}

/** Who makes the first units and accounts, before there is anybody. */
export const FOUNDER = {
  userId: idFrom('founder'),
  personId: null,
  personName: 'Thiết lập ban đầu',
  sessionId: idFrom('founder’s session'),
  grants: (['provinceAdmin', 'recordsOfficer'] as const).map((role) => ({
    ...{ role, unitId: '', unitPath: '/', unitName: 'Toàn tỉnh' },
    ...{ from: '2025-07-01', until: null },
  })),
}

/** The member as the application would see them at that moment. */
export const actorOf = (member: Member | typeof FOUNDER, at: Date): Actor =>
  'plan' in member
    ? {
        ...{ userId: member.userId, personId: member.personId, grants: member.grants },
        personName: member.plan.profile.fullName,
        sessionId: idFrom(member.plan.username),
        today: dayOf(at),
      }
    : { ...member, today: dayOf(at) }

/** A use case called inside an open transaction, in somebody's name, at a moment. */
export const asks = <Input>(tx: Tx, who: Member | typeof FOUNDER, at: Date, input: Input): Call<Input> => ({
  ...{ input, now: at, actor: actorOf(who, at) },
  transact: (work) => work(tx),
})

/** A UUID that is the same every time. */
function idFrom(name: string) {
  const hex = createHash('sha256').update(`demo province: ${name}`).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}
