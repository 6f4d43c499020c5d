import { expect, test } from 'vitest'
import { actingIn, roleKey } from '@/lib/domain/menu'
import { can } from '@/lib/domain/policy'
import { chooseActing } from '@/lib/server/choose-role'
import { db } from '@/lib/server/db'
import { anActor, aSmallProvince, NOW } from './small-province'

const province = await aSmallProvince()

test('one acts in one role and unit, or in all; the session keeps it, the log has it, a stranger’s role is none', async () => {
  const actor = await anActor('unitAdmin', province.school)
  const session = { id: actor.sessionId, userId: actor.userId, tokenHash: actor.sessionId }
  await db.session.create({ data: { ...session, expiresAt: new Date(NOW.getTime() + 60_000) } })
  const kept = async () => (await db.session.findUniqueOrThrow({ where: { id: session.id } })).actingAs
  const [person, admin] = actor.grants.map(roleKey)
  const theirs = { personId: null, unitPath: province.school.path }

  expect(can(await chooseActing(actor, person!, NOW), 'account.manage', theirs)).toBe(false)
  expect(await kept()).toBe(person)
  expect(can(await chooseActing(actor, admin!, NOW), 'account.manage', theirs)).toBe(true)
  await expect(chooseActing(actor, `provinceAdmin@${province.dt.id}`, NOW)).rejects.toMatchObject({ code: 'notFound' })
  expect(await kept()).toBe(admin)
  expect(await chooseActing(actor, null, NOW)).toEqual(actor)
  expect(await kept()).toBeNull()
  expect(await db.auditEvent.count({ where: { action: 'role.chosen', actorId: actor.userId } })).toBe(3)
  // Taken back meanwhile: what is left counts.
  const without = { ...actor, grants: actor.grants.filter(({ role }) => role === 'person') }
  expect(actingIn(without, admin!)).toEqual(without)
})
