import { describe, expect, test } from 'vitest'
import { db } from '@/lib/server/db'
import { signIn } from '@/lib/server/sign-in'
import { endSession } from '@/lib/server/sign-in-end'
import { findSession } from '@/lib/server/sign-in-sessions'
import { forgetTries } from '@/lib/server/sign-in-tries'
import { anAccount, PASSWORD } from './an-account'

const morning = new Date('2026-11-24T01:00:00Z')
const later = (minutes: number) => new Date(morning.getTime() + minutes * 60_000)
/** Each test knocks from an address of its own, or they would slow each other down. */
let neighbour = 0
const somewhere = () => ({ address: `10.0.${neighbour++}.1`, agent: 'Firefox/120.0 Windows' })

const enter = (username: string, password: string, { from = somewhere(), at = morning } = {}) =>
  signIn({ username, password }, from, at)
const actionsAbout = async (userId: string) =>
  (
    await db.auditEvent.findMany({
      where: { OR: [{ actorId: userId }, { subjectId: userId }] },
      orderBy: { id: 'asc' },
    })
  ).map(({ action }) => action)

describe('at the door', () => {
  test('name or citizen card and password open a session, whose token is kept nowhere', async () => {
    const { user, person } = await anAccount()
    const token = await enter(user.username.toUpperCase(), PASSWORD)
    expect(await findSession(token, morning)).toMatchObject({ standing: 'live', userId: user.id })
    expect(await db.session.count({ where: { tokenHash: token } })).toBe(0)

    const spaced = `${person.citizenId.slice(0, 3)} ${person.citizenId.slice(3)}`
    expect(await findSession(await enter(spaced, PASSWORD), morning)).toMatchObject({ userId: user.id })
    expect(await actionsAbout(user.id)).toEqual(['signIn.accepted', 'signIn.accepted'])
  })

  test('the session handed on does not hold the hash of the password', async () => {
    const { user } = await anAccount()
    const session = await findSession(await enter(user.username, PASSWORD), morning)
    expect(JSON.stringify(session)).not.toContain('argon2')
  })

  test('however the keyboard composes its letters, the password is the same', async () => {
    const { user } = await anAccount()
    await expect(enter(user.username, PASSWORD.normalize('NFD'))).resolves.toEqual(expect.any(String))
  })

  test('unknown, wrong and disabled get one answer', async () => {
    const { user } = await anAccount()
    const { user: gone } = await anAccount({ disabledAt: morning })
    const answer = { code: 'signInWrong' }
    await expect(enter('khong.co.ai', PASSWORD)).rejects.toMatchObject(answer)
    await expect(enter(user.username, 'sai')).rejects.toMatchObject(answer)
    await expect(enter(gone.username, PASSWORD)).rejects.toMatchObject(answer)
  })

  test('what was typed in place of a name is not kept: it may be a password', async () => {
    await expect(enter('Mat-Khau-Cua-Toi#1', 'x')).rejects.toThrow()
    const names = (await db.signInAttempt.findMany()).map(({ username }) => username.toLowerCase())
    expect(names.some((name) => name.includes('mat-khau'))).toBe(false)
  })
})

describe('the lock', () => {
  test('five wrong tries lock for fifteen minutes, also against the right password', async () => {
    const { user } = await anAccount()
    for (let n = 0; n < 5; n++) await expect(enter(user.username, 'sai')).rejects.toMatchObject({ code: 'signInWrong' })
    await expect(enter(user.username, PASSWORD, { at: later(14) })).rejects.toMatchObject({
      code: 'signInLocked',
      details: { until: '08:15' },
    })
    await expect(enter(user.username, PASSWORD, { at: later(15) })).resolves.toEqual(expect.any(String))
    expect(await actionsAbout(user.id)).toEqual([
      ...Array(5).fill('signIn.refused'),
      'signIn.locked',
      'signIn.accepted',
    ])
  })

  test('a name that belongs to nobody locks like any other', async () => {
    for (let n = 0; n < 5; n++) await expect(enter('ma.gia', 'sai')).rejects.toMatchObject({ code: 'signInWrong' })
    await expect(enter('ma.gia', 'sai')).rejects.toMatchObject({ code: 'signInLocked' })
  })

  test('twenty tries at the same moment are not more than five', async () => {
    const { user } = await anAccount()
    const answers = await Promise.allSettled(Array.from({ length: 20 }, () => enter(user.username, 'sai')))
    const codes = answers.map((answer) => (answer.status === 'rejected' ? answer.reason.code : 'in'))
    expect(codes.filter((code) => code === 'signInWrong')).toHaveLength(5)
    expect(codes.filter((code) => code === 'signInLocked')).toHaveLength(15)
  })

  test('a new password from the administrator opens the lock', async () => {
    const { user } = await anAccount()
    const lock = async () => (await db.user.findUniqueOrThrow({ where: { id: user.id } })).lockedUntil
    for (let n = 0; n < 5; n++) await expect(enter(user.username, 'sai')).rejects.toThrow()
    expect(await lock()).toEqual(later(15))
    await forgetTries(db, user.username)
    expect(await lock()).toBeNull()
    await expect(enter(user.username, PASSWORD)).resolves.toEqual(expect.any(String))
  })

  test('thirty wrong tries from one address slow it down, whoever is meant', async () => {
    const { user } = await anAccount()
    const from = somewhere()
    // With a code, since some names are asked for one before anything is counted.
    const wrong = (n: number) => signIn({ username: `nguoi.la.${n}`, password: 'sai', code: '123456' }, from, morning)
    for (let n = 0; n < 30; n++) await expect(wrong(n)).rejects.toThrow()
    await expect(enter(user.username, PASSWORD, { from })).rejects.toMatchObject({
      code: 'addressSlowed',
      details: { seconds: 10 },
    })
    await expect(enter(user.username, PASSWORD)).resolves.toEqual(expect.any(String))
    await expect(enter(user.username, PASSWORD, { from, at: later(1) })).resolves.toEqual(expect.any(String))
  }, 20_000)
})

describe('a session', () => {
  const standing = async (token: string, at: Date) => (await findSession(token, at))?.standing

  test('lives while it is used, and is locked fifteen minutes after', async () => {
    const { user } = await anAccount()
    const token = await enter(user.username, PASSWORD)
    expect(await standing(token, later(14))).toBe('live')
    expect(await standing(token, later(28))).toBe('live')
    expect(await standing(token, later(43))).toBe('locked')
    // Asking once more does not wake it.
    expect(await standing(token, later(43.1))).toBe('locked')
  })

  test('being asked for does not count as being seen', async () => {
    const { user } = await anAccount()
    const token = await enter(user.username, PASSWORD)
    expect((await findSession(token, later(14), { seen: false }))?.standing).toBe('live')
    expect(await standing(token, later(15))).toBe('locked')
  })

  test('ends after twelve hours, however busy', async () => {
    const { user } = await anAccount()
    const token = await enter(user.username, PASSWORD)
    for (let minute = 10; minute < 720; minute += 10) expect(await standing(token, later(minute))).toBe('live')
    expect(await standing(token, later(720))).toBe('expired')
  })

  test('is over at once when one signs out, or when the account is disabled', async () => {
    const { user } = await anAccount()
    const [token, other] = [await enter(user.username, PASSWORD), await enter(user.username, PASSWORD)]
    const session = await findSession(token, morning)
    await endSession(session!, later(1))
    expect(await standing(token, later(1))).toBe('ended')
    expect(await standing(other, later(1))).toBe('live')
    expect(await actionsAbout(user.id)).toContain('signOut')

    await db.user.update({ where: { id: user.id }, data: { disabledAt: later(2) } })
    expect(await standing(other, later(2))).toBe('ended')
  })

  test('an invented token finds nothing', async () => {
    expect(await findSession('invented', morning)).toBeNull()
  })
})
