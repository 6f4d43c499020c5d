import { expect, test } from 'vitest'
import { db } from '@/lib/server/db'
import { countUsedElsewhere } from '@/lib/server/own-sessions'
import { changePassword } from '@/lib/server/password-change'
import { signIn } from '@/lib/server/sign-in'
import { findSession } from '@/lib/server/sign-in-sessions'
import { anAccount, PASSWORD } from './an-account'

const now = new Date('2026-11-24T01:00:00Z')
const BETTER = 'Đờn-ca-tài-tử#7'
let neighbour = 0

async function signedIn() {
  const { user } = await anAccount()
  const enter = async (password: string) => {
    const token = await signIn(
      { username: user.username, password },
      { address: `10.1.${neighbour++}.1`, agent: '' },
      now,
    )
    const session = await findSession(token, now)
    return { token, session: session! }
  }
  return { user, enter, ...(await enter(PASSWORD)) }
}

test('a new password serves from now on, frees a first sign-in, and signs other browsers out', async () => {
  const { user, enter, session, token } = await signedIn()
  const other = await enter(PASSWORD)
  expect(session.user.mustChangePassword).toBe(true)

  await changePassword(session, { current: PASSWORD, wanted: BETTER, repeated: BETTER.normalize('NFD') }, now)

  expect(await findSession(token, now)).toMatchObject({ standing: 'live', user: { mustChangePassword: false } })
  expect(await findSession(other.token, now)).toMatchObject({ standing: 'ended' })
  await expect(enter(PASSWORD)).rejects.toMatchObject({ code: 'signInWrong' })
  await expect(enter(BETTER)).resolves.toBeTruthy()
  const trace = await db.auditEvent.findFirst({ where: { action: 'password.changed', actorId: user.id } })
  expect(trace).toMatchObject({ subjectName: user.username, detail: { otherSessionsEnded: 1 } })
})

test.each([
  ['current', { current: 'sai', wanted: BETTER, repeated: BETTER }, 'passwordWrong'],
  ['wanted', { current: PASSWORD, wanted: 'Linh14081988@', repeated: 'Linh14081988@' }, 'passwordWeak'],
  ['wanted', { current: PASSWORD, wanted: PASSWORD, repeated: PASSWORD }, 'passwordWeak'],
  ['repeated', { current: PASSWORD, wanted: BETTER, repeated: `${BETTER}x` }, 'passwordsDiffer'],
])('a refusal names the field %s and changes nothing', async (field, change, code) => {
  const { session, enter } = await signedIn()
  await expect(changePassword(session, change, now)).rejects.toMatchObject({
    code,
    fields: { [field]: expect.any(String) },
  })
  await expect(enter(PASSWORD)).resolves.toBeTruthy()
})

test('the current password cannot be guessed on a screen left open', async () => {
  const { session } = await signedIn()
  const guess = () => changePassword(session, { current: 'sai', wanted: BETTER, repeated: BETTER }, now)
  for (let n = 0; n < 5; n++) await expect(guess()).rejects.toMatchObject({ code: 'passwordWrong' })
  await expect(guess()).rejects.toMatchObject({ code: 'signInLocked' })
})

test('R39: none of the last ten passwords comes back, the eleventh may; older ones are not kept', async () => {
  const { user, session } = await signedIn()
  const nth = (n: number) => `Mương-vườn#73${String.fromCharCode(97 + n)}x-${n}`
  let current = PASSWORD
  const change = async (wanted: string) => {
    await changePassword(session, { current, wanted, repeated: wanted }, now)
    current = wanted
  }
  for (let n = 0; n < 10; n++) await change(nth(n))
  await expect(change(nth(0))).rejects.toMatchObject({
    code: 'passwordWeak',
    details: { reasons: ['trùng một trong 10 mật khẩu gần nhất'] },
  })
  await expect(change(nth(9).normalize('NFD'))).rejects.toMatchObject({ code: 'passwordWeak' })
  await change(nth(10))
  await change(nth(0))
  expect(await db.formerPassword.count({ where: { userId: user.id } })).toBe(9)
}, 30_000)

test('R42: the name of the unit is no password', async () => {
  const { session } = await signedIn()
  const wanted = 'Binh-Hang#73412'
  await expect(changePassword(session, { current: PASSWORD, wanted, repeated: wanted }, now)).rejects.toMatchObject({
    code: 'passwordWeak',
    fields: { wanted: 'chứa tên đơn vị (“binhhang”).' },
  })
})

test('R38: an account in use at two addresses is told so; idle, locked and ended ones do not count', async () => {
  const { enter, session } = await signedIn()
  expect(await countUsedElsewhere(session, now)).toBe(0)
  const other = await enter(PASSWORD)
  expect(await countUsedElsewhere(session, now)).toBe(1)
  expect(await countUsedElsewhere(session, new Date(now.getTime() + 15 * 60_000))).toBe(0)
  await db.session.update({ where: { id: other.session.id }, data: { address: session.address } })
  expect(await countUsedElsewhere(session, now)).toBe(0)
})
