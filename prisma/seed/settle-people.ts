import { randomBytes } from 'node:crypto'
import { dayOf } from '@/lib/domain/calendar'
import { ONE_TIME_PASSWORD_BYTES, oneTimePassword } from '@/lib/domain/one-time-password'
import { laterOf } from '@/lib/domain/organisation/organisation'
import { transact } from '@/lib/server/call'
import type { Tx } from '@/lib/server/db'
import { hashPassword } from '@/lib/server/passwords'
import { createPerson } from '@/lib/server/people/create-person'
import { issueAccount } from '@/lib/server/people/issue-account'
import { grantRole } from '@/lib/server/people/roles'
import { saveSection } from '@/lib/server/records/save-section'
import { unitAnswers } from './answers'
import { typedPerson } from './draft'
import type { PersonPlan } from './people'
import { asks, FOUNDER, type Member, type Roster } from './roster'
import { sinceOf } from './units'

/** Person, account, roles, and what the unit writes at the head of the record. */
export function settlePeople(roster: Roster, plans: readonly PersonPlan[], at: (index: number) => Date) {
  // Nobody but the demo people ever signs in by password, so that one slow hash does for all.
  const password = oneTimePassword(randomBytes(ONE_TIME_PASSWORD_BYTES))
  const hashed = hashPassword(password)
  const slip = async () => ({ password, passwordHash: await hashed })
  return plans.map((plan, index) => async () => {
    const when = at(index)
    const by = plan.roles.length > 0 ? FOUNDER : roster.officer(plan.profile.unit.code)
    const member = await transact((tx) => settle(tx, roster, plan, by, when, slip))
    roster.add(member)
    return { member, password }
  })
}

type Slip = () => Promise<{ password: string; passwordHash: string }>

async function settle(
  tx: Tx,
  roster: Roster,
  plan: PersonPlan,
  by: Member | typeof FOUNDER,
  at: Date,
  slip: Slip,
): Promise<Member> {
  const { profile, username, roles } = plan
  const unit = roster.unit(profile.unit.code)
  const typed = typedPerson(profile)
  // Nobody was in a unit before it was there.
  const begins = laterOf(typed.from, sinceOf(profile.unit))
  const { personId, recordId } = await createPerson(asks(tx, by, at, { ...typed, from: begins, unitId: unit.id }))
  const { userId } = await issueAccount(asks(tx, by, at, { personId, username }), slip)
  const from = dayOf(at)
  const own = { role: 'person', unitId: unit.id, unitPath: unit.path, unitName: unit.name, from, until: null } as const
  const member: Member = { ...{ plan, userId, personId, recordId }, unitPath: unit.path, grants: [own], versions: {} }
  for (const { role, over } of roles) {
    const place = roster.unit(over)
    const reason = `Quyết định phân công số ${profile.serial}/QĐ`
    await grantRole(asks(tx, by, at, { ...{ userId, role, from, reason }, unitId: place.id, until: null }))
    member.grants.push({ role, unitId: place.id, unitPath: place.path, unitName: place.name, from, until: null })
  }
  await writeHead(tx, roster, member, at)
  return member
}

/** The unit's own part of the record. Of an officer, nobody is there yet who could: it is written when the others are. */
async function writeHead(tx: Tx, roster: Roster, member: Member, at: Date) {
  const { unit } = member.plan.profile
  if (member.plan.roles.some(({ role }) => role === 'recordsOfficer')) return
  const input = {
    recordId: member.recordId,
    section: 'agency' as const,
    version: 0,
    answers: unitAnswers(member.plan.profile),
  }
  const { version } = await saveSection(asks(tx, roster.officer(unit.code), at, input))
  member.versions.agency = version
}

/** An officer's own head of record, by the officer above; nobody is above the province's. */
export const writeOfficersHead = (roster: Roster, member: Member, at: Date) =>
  transact(async (tx) => {
    const { unit } = member.plan.profile
    const by = unit.parent === null ? FOUNDER : roster.officer(unit.parent)
    const input = {
      recordId: member.recordId,
      section: 'agency' as const,
      version: 0,
      answers: unitAnswers(member.plan.profile),
    }
    const { version } = await saveSection(asks(tx, by, at, input))
    member.versions.agency = version
  })
