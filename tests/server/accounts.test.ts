import { verify } from '@node-rs/argon2'
import { expect, test } from 'vitest'
import { db } from '@/lib/server/db'
import { disableAccount, enableAccount, resetPassword } from '@/lib/server/people/account-state'
import { issueAccount } from '@/lib/server/people/issue-account'
import { grantRole, withdrawRole } from '@/lib/server/people/roles'
import { anActor, aPerson, aSmallProvince, as, FOUNDER, NOW, type TestUnit, TODAY } from './small-province'

const province = await aSmallProvince()
const unitAdmin = await anActor('unitAdmin', province.sgddt)

const anAccount = async (where: TestUnit) => {
  const { personId } = await aPerson(where)
  return as(FOUNDER)(issueAccount, { personId })
}
const role = (userId: string, unit: TestUnit, given: object = {}) => ({
  userId,
  role: 'recordsOfficer' as const,
  unitId: unit.id,
  from: TODAY,
  until: null,
  reason: 'QĐ 15/QĐ-SGDĐT',
  ...given,
})

test('an account comes with a one-time password and the role over one’s own record', async () => {
  const { personId } = await aPerson(province.school, { fullName: 'Đặng Quốc Hưng' })
  const slip = await as(unitAdmin)(issueAccount, { personId })
  expect(slip).toMatchObject({ username: 'dangquochung', name: 'Đặng Quốc Hưng' })
  const user = await db.user.findUniqueOrThrow({ where: { id: slip.userId }, include: { grants: true } })
  expect(user.mustChangePassword).toBe(true)
  expect(await verify(user.passwordHash, slip.oneTimePassword)).toBe(true)
  expect(user.grants).toMatchObject([{ role: 'person', unitId: province.school.id }])
  const traces = JSON.stringify(await db.auditEvent.findMany({ where: { subjectId: slip.userId } }), (_, value) =>
    typeof value === 'bigint' ? String(value) : value,
  )
  expect(traces).toContain('account.issued')
  expect(traces).not.toContain(slip.oneTimePassword)

  const { personId: namesake } = await aPerson(province.school, { fullName: 'Đặng Quốc Hùng' })
  expect(await as(unitAdmin)(issueAccount, { personId: namesake })).toMatchObject({ username: 'dangquochung2' })
  await expect(as(unitAdmin)(issueAccount, { personId })).rejects.toMatchObject({ code: 'accountExists' })
})

test('a username is taken once', async () => {
  const [one, two] = [await aPerson(province.school), await aPerson(province.school)]
  await as(unitAdmin)(issueAccount, { personId: one.personId, username: 'hoso.sadec' })
  await expect(as(unitAdmin)(issueAccount, { personId: two.personId, username: 'hoso.sadec' })).rejects.toMatchObject({
    code: 'usernameTaken',
  })
})

test('a unit’s administrator gives the unit’s roles, below the unit', async () => {
  const { userId } = await anAccount(province.school)
  const { grantId } = await as(unitAdmin)(grantRole, role(userId, province.school))
  expect(await db.roleGrant.findUnique({ where: { id: grantId } })).toMatchObject({
    role: 'recordsOfficer',
    grantedBy: unitAdmin.userId,
    reason: 'QĐ 15/QĐ-SGDĐT',
  })
  await expect(as(unitAdmin)(grantRole, role(userId, province.school))).rejects.toMatchObject({
    code: 'roleAlreadyHeld',
  })
})

test('outside the subtree nothing is given: not over a unit, not to a person', async () => {
  const inside = await anAccount(province.school)
  for (const unit of [province.syt, province.dt]) {
    await expect(as(unitAdmin)(grantRole, role(inside.userId, unit))).rejects.toMatchObject({
      code: 'outsideYourUnits',
    })
  }
  const outside = await anAccount(province.syt)
  await expect(as(unitAdmin)(grantRole, role(outside.userId, province.school))).rejects.toMatchObject({
    code: 'notFound',
  })
  const { personId } = await aPerson(province.syt)
  await expect(as(unitAdmin)(issueAccount, { personId })).rejects.toMatchObject({ code: 'notFound' })
  await expect(as(unitAdmin)(resetPassword, { userId: outside.userId })).rejects.toMatchObject({ code: 'notFound' })
})

test('unit administrators come from the unit above, or from the province', async () => {
  const { userId } = await anAccount(province.school)
  const wanted = role(userId, province.school, { role: 'unitAdmin' })
  await expect(as(await anActor('unitAdmin', province.school))(grantRole, wanted)).rejects.toMatchObject({
    code: 'roleNotYours',
  })
  await expect(as(unitAdmin)(grantRole, wanted)).resolves.toHaveProperty('grantId')
  const ofTheProvince = role(userId, province.sgddt, { role: 'unitAdmin' })
  await expect(as(unitAdmin)(grantRole, ofTheProvince)).rejects.toMatchObject({ code: 'roleNotYours' })
  await expect(as(FOUNDER)(grantRole, ofTheProvince)).resolves.toHaveProperty('grantId')
})

test('nobody gives themselves a role or resets their own password here', async () => {
  await expect(as(unitAdmin)(grantRole, role(unitAdmin.userId, province.school))).rejects.toMatchObject({
    code: 'ownAccount',
  })
  await expect(as(unitAdmin)(resetPassword, { userId: unitAdmin.userId })).rejects.toMatchObject({ code: 'ownAccount' })
})

test('an account with more rights is out of the hands of the unit’s administrator', async () => {
  const { userId } = await anAccount(province.school)
  await as(FOUNDER)(grantRole, role(userId, province.dt, { role: 'homeAffairsOfficer' }))
  await expect(as(unitAdmin)(resetPassword, { userId })).rejects.toMatchObject({ code: 'accountAboveYou' })
  await expect(as(unitAdmin)(disableAccount, { userId, reason: 'Thử' })).rejects.toMatchObject({
    code: 'accountAboveYou',
  })
})

test('a withdrawn role is in force no more, and stays in the history', async () => {
  const { userId } = await anAccount(province.school)
  const { grantId } = await as(unitAdmin)(grantRole, role(userId, province.school, { from: '2026-01-01' }))
  await as(unitAdmin)(withdrawRole, { userId, grantId, reason: 'Chuyển công tác' })
  const grant = await db.roleGrant.findUnique({ where: { id: grantId } })
  expect(grant?.validUntil).toEqual(new Date('2026-11-26'))
  const own = await db.roleGrant.findFirstOrThrow({ where: { userId, role: 'person' } })
  const ofTheAccount = { userId, grantId: own.id, reason: 'Thử' }
  await expect(as(unitAdmin)(withdrawRole, ofTheAccount)).rejects.toMatchObject({ code: 'roleOfEveryAccount' })
})

test('a reset password or a closed account ends every open session at once', async () => {
  const slip = await anAccount(province.school)
  const open = async (token: string) =>
    db.session.create({
      data: { userId: slip.userId, tokenHash: token, expiresAt: new Date(NOW.getTime() + 3_600_000), createdAt: NOW },
    })
  await open('a')
  const fresh = await as(unitAdmin)(resetPassword, { userId: slip.userId })
  expect(fresh.oneTimePassword).not.toBe(slip.oneTimePassword)
  expect(await db.session.count({ where: { userId: slip.userId, endedAt: null } })).toBe(0)

  await open('b')
  await as(unitAdmin)(disableAccount, { userId: slip.userId, reason: 'CV 7/SGDĐT' })
  expect(await db.session.count({ where: { userId: slip.userId, endedAt: null } })).toBe(0)
  expect((await db.user.findUniqueOrThrow({ where: { id: slip.userId } })).disabledAt).toEqual(NOW)
  await as(unitAdmin)(enableAccount, { userId: slip.userId, reason: 'Đã xác minh' })
  expect((await db.user.findUniqueOrThrow({ where: { id: slip.userId } })).disabledAt).toBeNull()
})
