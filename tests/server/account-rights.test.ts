import { expect, test } from 'vitest'
import { ACCOUNT_LIST } from '@/lib/domain/lists/account-list-spec'
import { readAsk } from '@/lib/domain/lists/list-spec'
import type { Actor } from '@/lib/domain/policy'
import { transact } from '@/lib/server/call'
import { db } from '@/lib/server/db'
import { accountList } from '@/lib/server/people/account-list'
import { accountPage } from '@/lib/server/people/account-page'
import { disableAccount, enableAccount } from '@/lib/server/people/account-state'
import { closeDormant } from '@/lib/server/people/close-dormant'
import { endAccounts } from '@/lib/server/people/end-accounts'
import { issueAccount } from '@/lib/server/people/issue-account'
import { changeRoleTerm, grantRole, withdrawRole } from '@/lib/server/people/roles'
import { signIn } from '@/lib/server/sign-in'
import { anActor, aPerson, aSmallProvince, as, FOUNDER, NOW, type TestUnit, TODAY, unit } from './small-province'

const province = await aSmallProvince()
const unitAdmin = await anActor('unitAdmin', province.sgddt)
const CODE = 'QĐ 15/QĐ-SNV'

async function anAccount(where: TestUnit, from?: string) {
  const { personId } = await aPerson(where, { ...(from !== undefined && { from }) })
  return { personId, ...(await as(FOUNDER)(issueAccount, { personId })) }
}
const grant = (userId: string, over: TestUnit, more: object = {}) => ({
  ...{ userId, role: 'recordsOfficer' as const, unitId: over.id, from: TODAY, until: null as string | null },
  ...{ reason: CODE, ...more },
})
const logged = async (action: string, userId: string) =>
  (await db.auditEvent.findFirstOrThrow({ where: { action, subjectId: userId }, orderBy: { id: 'desc' } })).detail

test('R29: only the province’s system administrator makes the administrator of a root unit', async () => {
  const { userId } = await anAccount(province.sgddt)
  const wanted = grant(userId, province.sgddt, { role: 'unitAdmin' })
  for (const role of ['unitAdmin', 'unitHead', 'recordsOfficer', 'homeAffairsOfficer'] as const) {
    const somebody = await anActor(role, province.sgddt)
    await expect(as(somebody)(grantRole, wanted)).rejects.toMatchObject({ code: /roleNotYours|notFound/ })
  }
  await expect(as(FOUNDER)(grantRole, wanted)).resolves.toHaveProperty('grantId')
})

test('R31: a unit’s administrator makes accounts below the unit, and none outside it', async () => {
  const inside = await aPerson(province.school)
  const outside = await aPerson(province.syt)
  await expect(as(unitAdmin)(issueAccount, inside)).resolves.toHaveProperty('oneTimePassword')
  await expect(as(unitAdmin)(issueAccount, outside)).rejects.toMatchObject({ code: 'notFound' })
  await expect(accountPage(unitAdmin, outside.personId)).rejects.toMatchObject({ code: 'notFound' })
})

test('R32: a department delegates to the unit below it, whose administrator sees that subtree alone', async () => {
  const { userId, personId } = await anAccount(province.school)
  await as(unitAdmin)(grantRole, grant(userId, province.school, { role: 'unitAdmin', reason: 'Phân công' }))
  const held = { unitId: province.school.id, unitPath: province.school.path, unitName: '', from: TODAY, until: null }
  const child: Actor = { ...unitAdmin, userId, personId, grants: [{ role: 'unitAdmin', ...held }] }
  const { rows } = await accountList(child, readAsk(ACCOUNT_LIST, {}), NOW)
  expect(new Set(rows.map(({ unitName }) => unitName))).toEqual(new Set([province.school.name]))
})

test('R33: the right of the district to delegate is the commune’s from 01/07/2025, by a dated table', async () => {
  const commune = await unit('p-sa-dec', 'UBND phường Sa Đéc', 'UBND_XA', province.dt)
  const school = await unit('th-sa-dec', 'Trường Tiểu học Sa Đéc', 'DVSN_XA', commune, null, '2025-07-01')
  const place = { code: 'diem-2', name: 'Điểm trường 2', searchName: '', typeCode: 'DVSN_XA', parentId: school.id }
  const below = await db.unit.create({ data: { ...place, path: `${school.path}diem-2/` } })
  const { userId } = await anAccount(school, '01/07/2025')
  const ofCommune = await anActor('unitAdmin', commune)
  const wanted = grant(userId, school, { role: 'unitAdmin' })
  const before = {
    ...ofCommune,
    today: '2025-06-30',
    grants: ofCommune.grants.map((one) => ({ ...one, from: '2025-01-01' })),
  }
  await expect(as(before)(grantRole, { ...wanted, from: '2025-06-30' })).rejects.toMatchObject({
    code: 'delegationNotYours',
  })
  await expect(as(ofCommune)(grantRole, wanted)).resolves.toHaveProperty('grantId')
  // A school hands nothing on.
  const other = await anAccount(below)
  const ofSchool = await anActor('unitAdmin', school, '01/07/2025')
  await expect(as(ofSchool)(grantRole, grant(other.userId, below, { role: 'unitAdmin' }))).rejects.toMatchObject({
    code: 'delegationNotYours',
  })
})

test('R44: closing and opening an account are done once, with a reason in the log', async () => {
  const { userId } = await anAccount(province.school)
  await as(unitAdmin)(disableAccount, { userId, reason: 'Nghi lộ mật khẩu' })
  expect(await logged('account.disabled', userId)).toMatchObject({ reason: 'Nghi lộ mật khẩu' })
  await expect(as(unitAdmin)(disableAccount, { userId, reason: 'Lần nữa' })).rejects.toMatchObject({
    code: 'accountStands',
  })
  await as(unitAdmin)(enableAccount, { userId, reason: 'Đã xác minh' })
  expect(await logged('account.enabled', userId)).toMatchObject({ reason: 'Đã xác minh' })
})

test('R114: access is granted, restricted, extended and cancelled, each with its reason in the log', async () => {
  const { userId } = await anAccount(province.school)
  const { grantId } = await as(unitAdmin)(grantRole, grant(userId, province.school, { until: '2026-12-31' }))
  await as(unitAdmin)(changeRoleTerm, { userId, grantId, until: '2026-12-15', reason: 'Rút ngắn' })
  expect(await logged('role.restricted', userId)).toMatchObject({ before: '2026-12-31', until: '2026-12-15' })
  await as(unitAdmin)(changeRoleTerm, { userId, grantId, until: null, reason: 'CV 3/SGDĐT' })
  expect(await logged('role.extended', userId)).toMatchObject({ until: null, document: '3/SGDĐT' })
  await as(unitAdmin)(withdrawRole, { userId, grantId, reason: 'Thôi nhiệm vụ' })
  expect(await logged('role.withdrawn', userId)).toMatchObject({ reason: 'Thôi nhiệm vụ' })
  const again = { userId, grantId, until: '2026-12-31', reason: 'Lại' }
  await expect(as(unitAdmin)(changeRoleTerm, again)).rejects.toMatchObject({ code: 'notFound' })
})

test('R114: a term that does not change, ends in the past or meets its like is refused in words', async () => {
  const { userId } = await anAccount(province.school)
  const first = grant(userId, province.school, { until: '2026-12-15' })
  const { grantId } = await as(unitAdmin)(grantRole, first)
  await as(unitAdmin)(grantRole, grant(userId, province.school, { from: '2026-12-16' }))
  const change = (until: string | null) => as(unitAdmin)(changeRoleTerm, { userId, grantId, until, reason: 'Thử' })
  await expect(change('2026-12-15')).rejects.toMatchObject({ code: 'roleTermSame' })
  await expect(change('2026-11-26')).rejects.toMatchObject({ code: 'formInvalid' })
  await expect(change('2026-12-16')).rejects.toMatchObject({ code: 'roleAlreadyHeld' })
})

test('roles that do not go together are not held at the same time', async () => {
  const { userId } = await anAccount(province.school)
  await as(FOUNDER)(grantRole, grant(userId, province.school, { role: 'unitHead', until: '2026-12-31' }))
  const wanted = grant(userId, province.school, { role: 'unitAdmin' })
  await expect(as(FOUNDER)(grantRole, wanted)).rejects.toMatchObject({ code: 'roleContradicts' })
  await expect(as(FOUNDER)(grantRole, { ...wanted, from: '2027-01-01' })).resolves.toHaveProperty('grantId')
})

test('R126: Sở Nội vụ changes access on a written proposal, whose number the log keeps', async () => {
  const { userId } = await anAccount(province.school)
  const wordless = grant(userId, province.school, { role: 'unitAdmin', reason: 'Theo đề nghị' })
  await expect(as(FOUNDER)(grantRole, wordless)).rejects.toMatchObject({ code: 'documentNoMissing' })
  const { grantId } = await as(FOUNDER)(grantRole, { ...wordless, reason: 'Công văn số 123/SGDĐT-TCCB' })
  expect(await logged('role.granted', userId)).toMatchObject({ document: '123/SGDĐT-TCCB' })
  const end = { userId, grantId, until: '2026-12-31', reason: 'Theo đề nghị' }
  await expect(as(FOUNDER)(changeRoleTerm, end)).rejects.toMatchObject({ code: 'documentNoMissing' })
  await expect(as(FOUNDER)(withdrawRole, end)).rejects.toMatchObject({ code: 'documentNoMissing' })
  // Below the province a reason is enough.
  const another = await anAccount(province.school)
  const inside = grant(another.userId, province.school, { reason: 'Phân công' })
  await expect(as(unitAdmin)(grantRole, inside)).resolves.toHaveProperty('grantId')
})

test('who leaves has no way in from that moment: sessions, roles and agreements end, set-based', async () => {
  const { userId, personId } = await anAccount(province.school)
  await as(unitAdmin)(grantRole, grant(userId, province.school))
  await db.session.create({ data: { userId, tokenHash: userId, expiresAt: new Date(NOW.getTime() + 60_000) } })
  const without = await aPerson(province.school)
  const why = { why: 'left', reason: 'Nghỉ hưu theo QĐ 7/QĐ-SGDĐT', withRoles: true } as const
  const end = () => transact((tx) => endAccounts(tx, unitAdmin, [personId, without.personId], why, NOW))
  expect(await end()).toBe(1)
  expect(await end()).toBe(0)
  expect(await db.session.count({ where: { userId, endedAt: null } })).toBe(0)
  const standing = { OR: [{ validUntil: null }, { validUntil: { gte: new Date(TODAY) } }] }
  expect(await db.roleGrant.findMany({ where: { userId, ...standing } })).toMatchObject([{ role: 'person' }])
  expect(await logged('account.disabled', userId)).toMatchObject({ why: 'left', reason: why.reason })
})

test('an account nobody used for 45 days is closed, its owner told whom to ask, and opened again with a reason', async () => {
  const { userId, personId, username, oneTimePassword } = await anAccount(province.school)
  const used = await anAccount(province.school)
  const long = new Date(NOW.getTime() - 45 * 86_400_000)
  await db.user.updateMany({ where: { id: { in: [userId, used.userId] } }, data: { createdAt: long } })
  await db.user.update({ where: { id: used.userId }, data: { lastSignInAt: new Date(long.getTime() + 1) } })
  expect(await transact((tx) => closeDormant(tx, NOW))).toBe(1)
  expect(await logged('account.disabled', userId)).toMatchObject({ why: 'dormant' })

  const origin = { address: '10.1.1.1', agent: 'test' }
  const enter = (password: string, at: Date) => signIn({ username, password }, origin, at)
  await expect(enter(oneTimePassword, NOW)).rejects.toMatchObject({ code: 'accountDormant', details: { days: 45 } })
  await expect(enter('Sai-mật-khẩu', NOW)).rejects.toMatchObject({ code: 'signInWrong' })
  await as(unitAdmin)(enableAccount, { userId, reason: 'Đi công tác dài ngày' })
  expect(await transact((tx) => closeDormant(tx, NOW))).toBe(0)
  await expect(enter(oneTimePassword, NOW)).resolves.toEqual(expect.any(String))
  expect(await accountPage(unitAdmin, personId)).toMatchObject({ user: { disabledAt: null } })
})
