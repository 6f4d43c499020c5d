import { expect, test } from 'vitest'
import { ACCOUNT_LIST, ACCOUNT_STATES } from '@/lib/domain/lists/account-list-spec'
import type { Actor } from '@/lib/domain/policy'
import { db } from '@/lib/server/db'
import { accountList } from '@/lib/server/people/account-list'
import { issueAccount } from '@/lib/server/people/issue-account'
import { grantRole } from '@/lib/server/people/roles'
import { ask } from '../../support/ask'
import { anActor, aPerson, aSmallProvince, as, FOUNDER, NOW, TODAY } from '../small-province'

const province = await aSmallProvince()
const admin = await anActor('unitAdmin', province.sgddt)
const listed = async (query: string, actor: Actor = admin) =>
  (await accountList(actor, ask(ACCOUNT_LIST, query), NOW)).rows
const inSchool = `unit=${province.school.id}`

await aPerson(province.school, { fullName: 'Bùi Văn Ân' })
const { personId } = await aPerson(province.school, { fullName: 'Lý Thị Mơ' })
const { userId } = await as(FOUNDER)(issueAccount, { personId })
await aPerson(province.syt, { fullName: 'Trần Thị Ẵm' })

test('people stand with their accounts and the roles in force beside the personal one', async () => {
  const role = {
    userId,
    role: 'recordsOfficer' as const,
    unitId: province.school.id,
    from: TODAY,
    until: null,
    reason: 'QĐ 1',
  }
  await as(admin)(grantRole, role)
  expect(await listed(inSchool)).toMatchObject([
    { name: 'Bùi Văn Ân', username: null, roles: [] },
    { name: 'Lý Thị Mơ', username: 'lythimo', roles: ['recordsOfficer'], disabled: false, locked: false },
  ])
  expect((await listed(`${inSchool}&sort=-username`))[0]).toMatchObject({ username: 'lythimo' })
})

test('they are found by name without accents and by the beginning of the username', async () => {
  for (const search of ['ly mo', 'lythi', 'MO'])
    expect(await listed(`q=${search}`)).toMatchObject([{ name: 'Lý Thị Mơ' }])
  expect(await listed('q=am')).toEqual([])
})

test('each state is a list of its own', async () => {
  const names = async (state: string) => (await listed(`${inSchool}&state=${state}`)).map(({ name }) => name)
  expect(await names('none')).toEqual(['Bùi Văn Ân'])
  expect(await names('neverSignedIn')).toEqual(['Lý Thị Mơ'])
  expect(await names('withRole')).toEqual(['Lý Thị Mơ'])
  expect([await names('locked'), await names('disabled')]).toEqual([[], []])
  await db.user.update({ where: { id: userId }, data: { lockedUntil: new Date(NOW.getTime() + 1), disabledAt: NOW } })
  expect([await names('locked'), await names('disabled')]).toEqual([['Lý Thị Mơ'], ['Lý Thị Mơ']])
  expect(Object.keys(ACCOUNT_STATES)).toHaveLength(5)
})

test('accounts of others are not in the list', async () => {
  expect((await listed('')).some(({ name }) => name === 'Trần Thị Ẵm')).toBe(false)
  expect(await listed('', await anActor('recordsOfficer', province.sgddt))).toEqual([])
})
