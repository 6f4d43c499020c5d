import { transact } from '@/lib/server/call'
import { openDemoDoor, openDoor } from './doors'
import { foundUnits } from './found-units'
import { changeAgain, liveThrough } from './lives'
import { type PersonPlan, planPeople } from './people'
import { type Member, Roster } from './roster'
import { settlePeople, writeOfficersHead } from './settle-people'
import { several } from './several'
import { writesIn } from './stages'
import { type Month, timelineTo } from './timeline'

/** Fills an empty database with the demo province, as it stands at `now`. */
export async function fillProvince({ now, say }: { now: Date; say: (line: string) => void }) {
  const roster = new Roster()
  const { first, second, current, begins } = timelineTo(now)
  const people = planPeople(begins)
  await foundUnits(roster, first.at(0))
  await settle(roster, people, first)
  say(`${roster.members.length} people in ${roster.units.size} units`)
  for (const month of [first, second, current]) {
    await liveMonth(roster, month, month === first ? 'first' : month === second ? 'second' : 'current')
    say(`${month.month} has been lived through`)
  }
  return roster
}

/** Officers and heads first, from the province down; then everyone else, by their officer. */
async function settle(roster: Roster, people: PersonPlan[], { at }: Month) {
  const isOfficer = ({ roles }: PersonPlan) => roles.some(({ role }) => role === 'recordsOfficer')
  const isNamed = (plan: PersonPlan) => plan.roles.length > 0 && !isOfficer(plan)
  const isPlain = ({ roles }: PersonPlan) => roles.length === 0
  for (const [part, who] of [isOfficer, isNamed, isPlain].entries()) {
    const plans = people.filter(who)
    const settled = await several(settlePeople(roster, plans, (index) => at((part + index / plans.length) * 0.015)))
    for (const { member, password } of settled) {
      if (member.plan.isDemo) await openDemoDoor(member, password, at(0.05))
      else if (!isPlain(member.plan)) await transact((tx) => openDoor(tx, member, at(0.05)))
    }
    if (who === isOfficer)
      await several(
        settled.map(
          ({ member }) =>
            () =>
              writeOfficersHead(roster, member, at(0.02)),
        ),
      )
  }
}

async function liveMonth(roster: Roster, month: Month, name: 'first' | 'second' | 'current') {
  const writers = roster.members.filter(({ plan }) => writesIn(plan.stage) === name)
  await several(writers.map((member) => () => liveThrough(roster, member, month, member.plan.stage)))
  if (name !== 'current') return
  const again = (member: Member) => member.plan.stage === 'changed' || member.plan.stage === 'resubmitted'
  const changing = roster.members.filter(again)
  await several(changing.map((member) => () => changeAgain(member, month, member.plan.stage === 'resubmitted')))
}
