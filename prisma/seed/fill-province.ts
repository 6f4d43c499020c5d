import { transact } from '@/lib/server/call'
import { approveInBetween, closeMonth } from './close-month'
import { openDemoDoor, openDoor } from './doors'
import { foundUnits } from './found-units'
import { changeAgain, liveThrough } from './lives'
import { nameApprovers } from './name-approvers'
import { foundOldDistrict } from './old-district'
import { type PersonPlan, planPeople } from './people'
import { passQuietMonth } from './quiet-month'
import { Roster } from './roster'
import { settlePeople, writeOfficersHead } from './settle-people'
import { several } from './several'
import { registerKeys } from './signing-keys'
import { writesIn } from './stages'
import { type Month, timelineTo } from './timeline'

/** Fills an empty database with the demo province, as it stands at `now`. `dataFolder` holds the demo keys. */
export async function fillProvince({
  now,
  dataFolder,
  say,
}: {
  now: Date
  dataFolder: string
  say: (line: string) => void
}) {
  const roster = new Roster()
  const timeline = timelineTo(now)
  const { first, second, current, begins } = timeline
  const people = planPeople(begins)
  await foundUnits(roster, first.at(0))
  await foundOldDistrict(roster, first.at(0.001))
  await nameApprovers(first.at(0.002))
  await settle(roster, people, first)
  const keys = await registerKeys(roster, dataFolder, first.at(0.1))
  say(`${roster.members.length} people in ${roster.units.size} units`)

  await live(roster, first, ({ stage }) => writesIn(stage) === 'first')
  say(`${first.month}: ${await closeMonth({ roster, keys, month: first })} records signed`)

  await live(roster, second, ({ stage }) => stage === 'refused')
  await approveInBetween({ roster, keys, month: second })
  await live(roster, second, ({ stage }) => stage !== 'refused' && writesIn(stage) === 'second')
  say(`${second.month}: ${await closeMonth({ roster, keys, month: second })} records signed`)

  await live(roster, current, ({ stage }) => writesIn(stage) === 'current')
  await changeAgainAll(roster, current)
  await passQuietMonth(roster, current)
  say(`${current.month}: open`)
  return { roster, timeline }
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

async function live(roster: Roster, month: Month, who: (plan: PersonPlan) => boolean) {
  const people = roster.members.filter(({ plan }) => who(plan))
  await several(people.map((member) => () => liveThrough(roster, member, month)))
}

async function changeAgainAll(roster: Roster, month: Month) {
  const people = roster.members.filter(({ plan }) => plan.stage === 'changed' || plan.stage === 'resubmitted')
  await several(people.map((member) => () => changeAgain(member, month)))
}
