import { describe, expect, test } from 'vitest'
import { db } from '@/lib/server/db'
import { fresh, requireFresh } from '@/lib/server/fresh'
import { lockSession, proveAgain, unlockSession } from '@/lib/server/session-lock'
import { signIn } from '@/lib/server/sign-in'
import { findSession } from '@/lib/server/sign-in-sessions'
import { aUnit, call, someone } from '../support/builders'
import { anAccount, PASSWORD } from './an-account'

const morning = new Date('2026-11-24T01:00:00Z')
const later = (minutes: number) => new Date(morning.getTime() + minutes * 60_000)

/** Somebody at a desk, signed in since the morning. */
async function aSession() {
  const { user } = await anAccount()
  const token = await signIn({ username: user.username, password: PASSWORD }, { address: user.id, agent: '' }, morning)
  const session = async (at: Date) => (await findSession(token, at, { seen: false }))!
  const standing = async (at: Date) => (await session(at)).standing
  return { user, session, standing }
}

const actionsOf = async (actorId: string) =>
  (await db.auditEvent.findMany({ where: { actorId }, orderBy: { id: 'asc' } })).map(({ action }) => action)

describe('a locked screen', () => {
  test('opens with the password, and the session is as long as before', async () => {
    const { user, session, standing } = await aSession()
    await lockSession(await session(later(1)), later(1))
    expect(await standing(later(2))).toBe('locked')
    await lockSession(await session(later(2)), later(2))
    await unlockSession(await session(later(60)), PASSWORD, later(60))
    expect(await standing(later(60))).toBe('live')
    expect(await standing(later(12 * 60))).toBe('expired')
    expect(await actionsOf(user.id)).toEqual(['signIn.accepted', 'session.locked', 'session.unlocked'])
  })

  test('is locked after fifteen idle minutes although no page said so', async () => {
    const { session, standing } = await aSession()
    expect(await standing(later(15))).toBe('locked')
    await unlockSession(await session(later(15)), PASSWORD, later(15))
    expect(await standing(later(15))).toBe('live')
  })

  test('is not woken by being asked for', async () => {
    const { user, session, standing } = await aSession()
    await lockSession(await session(later(1)), later(1))
    const before = await db.session.findFirstOrThrow({ where: { userId: user.id } })
    expect(await standing(later(5))).toBe('locked')
    expect((await db.session.findFirstOrThrow({ where: { userId: user.id } })).lastSeenAt).toEqual(before.lastSeenAt)
  })

  test('wrong passwords count as at the door, and lock the account', async () => {
    const { user, session, standing } = await aSession()
    await lockSession(await session(morning), morning)
    const locked = await session(later(1))
    for (let n = 0; n < 5; n++) {
      await expect(unlockSession(locked, 'sai', later(1))).rejects.toMatchObject({ code: 'passwordWrong' })
    }
    await expect(unlockSession(locked, PASSWORD, later(2))).rejects.toMatchObject({ code: 'signInLocked' })
    expect(await standing(later(2))).toBe('locked')
    expect(await actionsOf(user.id)).toContain('signIn.locked')
  })

  test('stays shut when the session was ended or has expired meanwhile', async () => {
    const { session, standing } = await aSession()
    const locked = await session(later(15))
    await unlockSession(locked, PASSWORD, later(12 * 60))
    expect(await standing(later(12 * 60))).toBe('expired')
    await db.session.update({ where: { id: locked.id }, data: { endedAt: later(20) } })
    await unlockSession(locked, PASSWORD, later(21))
    expect(await standing(later(21))).toBe('ended')
  })
})

describe('the password given again', () => {
  test('counts for ten minutes, and only in its own session', async () => {
    const { user, session } = await aSession()
    const { id } = await session(morning)
    const actor = { ...(await someone(await aUnit())).actor, userId: user.id, sessionId: id }
    const asked = { code: 'reauthenticationNeeded' }
    await expect(requireFresh({ actor, now: later(1) })).rejects.toMatchObject(asked)
    await expect(proveAgain(await session(later(1)), 'sai', later(1))).rejects.toMatchObject({ code: 'passwordWrong' })
    await expect(requireFresh({ actor, now: later(1) })).rejects.toMatchObject(asked)
    await proveAgain(await session(later(2)), PASSWORD, later(2))
    await requireFresh({ actor, now: later(11) })
    await expect(requireFresh({ actor, now: later(12) })).rejects.toMatchObject(asked)
    const other = { ...actor, sessionId: (await aSession().then(({ session: of }) => of(morning))).id }
    await expect(requireFresh({ actor: other, now: later(3) })).rejects.toMatchObject(asked)
  })

  test('is asked before the work, and only where the input needs it', async () => {
    const { actor } = await someone(await aUnit())
    const done: string[] = []
    const run = fresh(
      async ({ input }: { input: string }) => void done.push(input),
      (input) => input === 'many',
    )
    await run(call(actor, 'one'))
    await expect(run(call(actor, 'many'))).rejects.toMatchObject({ code: 'reauthenticationNeeded' })
    expect(done).toEqual(['one'])
  })
})
