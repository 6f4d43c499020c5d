import { expect, test } from 'vitest'
import { transact } from '@/lib/server/call'
import { db } from '@/lib/server/db'
import { FirstAdministrator, makeFirstAdministrator } from '@/lib/server/people/first-administrator'

const make = (citizenId: string) =>
  makeFirstAdministrator({
    transact,
    input: FirstAdministrator.parse({ citizenId, fullName: 'Nguyễn Thị Mười' }),
    now: new Date('2026-11-22T08:00:00+07:00'),
    today: '2026-11-22',
  })

test('a wrong citizen number leaves nothing behind, not even the units', async () => {
  await expect(make('08708500012')).rejects.toMatchObject({ code: 'formInvalid' })
  expect(await db.unit.count()).toBe(0)
})

test('an empty installation gets its first province administrator, once', async () => {
  const slip = await make('087185000123')
  expect(slip.oneTimePassword).toMatch(/^\w{4}-\w{4}-\w{4}$/)
  const account = await db.user.findUniqueOrThrow({
    where: { username: slip.username },
    include: { person: { include: { unit: true } }, grants: true },
  })
  expect(account).toMatchObject({
    mustChangePassword: true,
    person: { dateOfBirth: '1985', unit: { path: '/dt/snv/' } },
  })
  expect(account.grants.map(({ role }) => role).sort()).toEqual(['person', 'provinceAdmin'])

  await expect(make('087085000124')).rejects.toMatchObject({ code: 'administratorExists' })
})
