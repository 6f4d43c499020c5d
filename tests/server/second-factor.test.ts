import { describe, expect, test } from 'vitest'
import { db } from '@/lib/server/db'
import { resetSecondFactor } from '@/lib/server/people/account-state'
import { seal, unseal } from '@/lib/server/sealed'
import {
  enrolSecondFactor,
  giveUpSecondFactor,
  offerSecondFactor,
  renewRecoveryCodes,
  secondFactorOf,
} from '@/lib/server/second-factor'
import { signIn } from '@/lib/server/sign-in'
import { findSession } from '@/lib/server/sign-in-sessions'
import { base32, codeOf, otpauthUrl, stepAt, stepOfCode } from '@/lib/server/totp'
import { aUnit, call, someone } from '../support/builders'
import { anAccount, PASSWORD } from './an-account'

const morning = new Date('2026-11-24T01:00:00Z')
const later = (seconds: number) => new Date(morning.getTime() + seconds * 1000)
let neighbour = 0
const somewhere = () => ({ address: `10.2.${neighbour++}.1`, agent: 'Firefox/120.0 Windows' })

/** Somebody who has scanned the picture and typed the first code at `morning`. */
async function enrolled() {
  const { user } = await anAccount()
  const token = await signIn({ username: user.username, password: PASSWORD }, somewhere(), morning)
  const session = (await findSession(token, morning))!
  const offer = await offerSecondFactor(session, morning)
  const secret = fromBase32(offer.secret)
  const code = (at: Date) => codeOf(secret, stepAt(at))
  const when = (at: Date) => ({ now: at, instant: at })
  const codes = await enrolSecondFactor(session, { sealed: offer.sealed, code: code(morning) }, when(morning))
  const enter = (given: { password?: string; code?: string }, at = later(60)) =>
    signIn({ username: user.username, password: PASSWORD, ...given }, somewhere(), at)
  return { user, session, codes, code, when, enter }
}

function fromBase32(text: string) {
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'
  const bits = [...text].map((letter) => letters.indexOf(letter).toString(2).padStart(5, '0')).join('')
  return Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)))
}

describe('one-time codes', () => {
  const rfc = Buffer.from('12345678901234567890')

  test.each([
    [59, '287082'],
    [1111111109, '081804'],
    [1111111111, '050471'],
    [1234567890, '005924'],
    [2000000000, '279037'],
    [20000000000, '353130'],
  ])('RFC 6238, appendix B: at %d s it is %s', (seconds, code) => {
    expect(codeOf(rfc, stepAt(new Date(seconds * 1000)))).toBe(code)
  })

  test('a clock may be half a minute off, not more', () => {
    const step = stepAt(morning)
    for (const [drift, taken] of [
      [-2, false],
      [-1, true],
      [0, true],
      [1, true],
      [2, false],
    ] as const) {
      expect(stepOfCode(rfc, codeOf(rfc, step + drift), morning)).toBe(taken ? step + drift : null)
    }
  })

  test('the address for the authenticator carries the secret of RFC 4648', () => {
    expect(base32(Buffer.from('foobar'))).toBe('MZXW6YTBOI')
    expect(otpauthUrl(rfc, 'linh')).toBe(
      'otpauth://totp/Ho%20so%20Dong%20Thap:linh?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Ho%20so%20Dong%20Thap',
    )
  })
})

test('what is sealed opens only where it belongs, and is not opened altered', () => {
  const sealed = seal(Buffer.from('khóa'), 'row 1')
  expect(unseal(sealed, 'row 1')?.toString()).toBe('khóa')
  expect(unseal(sealed, 'row 2')).toBeNull()
  expect(unseal(`${sealed.slice(0, -2)}xx`, 'row 1')).toBeNull()
  expect(unseal('', 'row 1')).toBeNull()
})

describe('taking it on', () => {
  test('the secret lies sealed in the database, the recovery codes hashed', async () => {
    const { user, codes } = await enrolled()
    const row = await db.user.findUniqueOrThrow({ where: { id: user.id }, include: { recoveryCodes: true } })
    expect(row.secondFactorSecret).not.toMatch(/^[A-Z2-7]{32}$/)
    expect(new Set(codes).size).toBe(10)
    for (const { codeHash } of row.recoveryCodes) expect(codeHash).toMatch(/^[0-9a-f]{64}$/)
    expect(await secondFactorOf(user.id)).toEqual({ since: morning, left: 10 })
    expect(await db.auditEvent.count({ where: { action: 'secondFactor.enrolled', actorId: user.id } })).toBe(1)
  })

  test('a code of another secret, an old picture, or one of somebody else changes nothing', async () => {
    const [{ user }, other] = [await anAccount(), await anAccount()]
    const who = { id: user.id, userId: user.id, address: null }
    const offer = await offerSecondFactor(who, morning)
    const code = codeOf(fromBase32(offer.secret), stepAt(morning))
    const at = (seconds: number) => ({ now: later(seconds), instant: later(seconds) })
    await expect(enrolSecondFactor(who, { ...offer, code: '000000' }, at(0))).rejects.toMatchObject({
      code: 'codeWrong',
    })
    await expect(enrolSecondFactor(who, { ...offer, code }, at(901))).rejects.toMatchObject({ code: 'offerExpired' })
    const stranger = { ...who, userId: other.user.id }
    await expect(enrolSecondFactor(stranger, { ...offer, code }, at(0))).rejects.toMatchObject({ code: 'offerExpired' })
    expect(await secondFactorOf(user.id)).toBeNull()
  })

  test('one that stands is not replaced from a screen left open', async () => {
    const { session, when } = await enrolled()
    const offer = await offerSecondFactor(session, later(60))
    const code = codeOf(fromBase32(offer.secret), stepAt(later(60)))
    await expect(enrolSecondFactor(session, { ...offer, code }, when(later(60)))).rejects.toMatchObject({
      code: 'secondFactorStands',
    })
  })
})

describe('at the door', () => {
  test('password and code open; without the code nothing is judged or counted', async () => {
    const { user, enter, code } = await enrolled()
    await expect(enter({ password: 'sai' })).rejects.toMatchObject({ code: 'codeNeeded' })
    await expect(enter({})).rejects.toMatchObject({ code: 'codeNeeded' })
    expect(await db.signInAttempt.count({ where: { username: user.username } })).toBe(1)
    await expect(enter({ code: code(later(60)) })).resolves.toEqual(expect.any(String))
  })

  test('a wrong password and a wrong code get one answer', async () => {
    const { enter, code } = await enrolled()
    const answers = await Promise.allSettled([
      enter({ password: 'sai', code: code(later(60)) }),
      enter({ code: '000000' }),
      enter({ password: 'sai', code: '000000' }),
    ])
    const said = answers.map((answer) => answer.status === 'rejected' && { ...answer.reason })
    expect(said[0]).toMatchObject({ code: 'signInCodeWrong' })
    expect(said[1]).toEqual(said[0])
    expect(said[2]).toEqual(said[0])
  })

  test('a code opens once: not again in its window, not twice at the same moment, nor one before it', async () => {
    const { enter, code } = await enrolled()
    const both = await Promise.allSettled([enter({ code: code(later(60)) }), enter({ code: code(later(60)) })])
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    await expect(enter({ code: code(later(60)) })).rejects.toMatchObject({ code: 'signInCodeWrong' })
    await expect(enter({ code: code(later(30)) })).rejects.toMatchObject({ code: 'signInCodeWrong' })
    await expect(enter({ code: code(later(90)) }, later(90))).resolves.toEqual(expect.any(String))
  })

  test('the code typed when enrolling does not open either', async () => {
    const { enter, code } = await enrolled()
    await expect(enter({ code: code(morning) }, later(1))).rejects.toMatchObject({ code: 'signInCodeWrong' })
  })

  test('five wrong codes lock like five wrong passwords', async () => {
    const { enter, code } = await enrolled()
    for (let n = 0; n < 5; n++)
      await expect(enter({ code: '000000' })).rejects.toMatchObject({ code: 'signInCodeWrong' })
    await expect(enter({ code: code(later(60)) })).rejects.toMatchObject({ code: 'signInLocked' })
  })

  test('a recovery code opens once, however it is typed, and is told in the log', async () => {
    const { user, enter, codes } = await enrolled()
    await expect(enter({ code: codes[0]!.toLowerCase().replaceAll('-', ' ') })).resolves.toEqual(expect.any(String))
    await expect(enter({ code: codes[0]! })).rejects.toMatchObject({ code: 'signInCodeWrong' })
    expect((await secondFactorOf(user.id))?.left).toBe(9)
    const entries = await db.auditEvent.findMany({ where: { action: 'signIn.accepted', actorId: user.id } })
    expect(entries.map(({ detail }) => (detail as { by?: string }).by)).toContain('recoveryCode')
  })

  test('in a demonstration of another day the codes are those of the real clock', async () => {
    const { user, code } = await enrolled()
    const otherDay = new Date('2027-03-01T01:00:00Z')
    const given = { username: user.username, password: PASSWORD, code: code(later(60)) }
    await expect(signIn(given, somewhere(), otherDay, later(60))).resolves.toEqual(expect.any(String))
  })

  test('some names of nobody are asked for a code too, always the same, and get the answer of anybody', async () => {
    const ask = (name: string, code?: string) =>
      signIn({ username: name, password: 'sai', ...(code !== undefined && { code }) }, somewhere(), morning).catch(
        (refusal) => refusal.code as string,
      )
    const names = Array.from({ length: 64 }, (_, n) => `nguoi.la.${n}`)
    const asked: string[] = []
    for (const name of names) if ((await ask(name)) === 'codeNeeded') asked.push(name)
    expect(asked.length).toBeGreaterThan(1)
    expect(asked.length).toBeLessThan(24)
    expect(await ask(asked[0]!)).toBe('codeNeeded')
    expect(await ask(asked[0]!, '123456')).toBe('signInCodeWrong')
  }, 20_000)
})

describe('afterwards', () => {
  test('new recovery codes need a code, and end the old ones', async () => {
    const { session, codes, code, when, enter } = await enrolled()
    await expect(renewRecoveryCodes(session, '000000', when(later(60)))).rejects.toMatchObject({ code: 'codeWrong' })
    const fresh = await renewRecoveryCodes(session, code(later(60)), when(later(60)))
    await expect(enter({ code: codes[0]! })).rejects.toMatchObject({ code: 'signInCodeWrong' })
    await expect(enter({ code: fresh[0]! })).resolves.toEqual(expect.any(String))
  })

  test('who is not obliged gives it up with a code; who is, cannot', async () => {
    const { user, session, code, when, enter } = await enrolled()
    const head = { role: 'unitHead', unitId: '', unitPath: '/', unitName: '', from: '2026-01-01', until: null } as const
    expect(() => giveUpSecondFactor(session, [head], code(later(60)), when(later(60)))).toThrow(
      expect.objectContaining({ code: 'secondFactorObligatory' }),
    )
    await giveUpSecondFactor(session, [], code(later(60)), when(later(60)))
    expect(await secondFactorOf(user.id)).toBeNull()
    await expect(enter({})).resolves.toEqual(expect.any(String))
  })

  test('an administrator above takes it off and ends the sessions; nobody does it for themselves', async () => {
    const unit = await aUnit()
    const administrator = await someone(unit, 'unitAdmin')
    const { user, session, enter } = await enrolled()
    const outside = call(administrator.actor, { userId: user.id })
    await expect(resetSecondFactor(outside)).rejects.toMatchObject({ code: 'notFound' })
    await db.person.update({
      where: { id: (await db.user.findUniqueOrThrow({ where: { id: user.id } })).personId },
      data: { unitId: unit.id },
    })
    await resetSecondFactor(outside)
    expect(await secondFactorOf(user.id)).toBeNull()
    expect(await db.session.count({ where: { id: session.id, endedAt: null } })).toBe(0)
    await expect(enter({})).resolves.toEqual(expect.any(String))
    expect(await db.auditEvent.count({ where: { action: 'secondFactor.reset', subjectId: user.id } })).toBe(1)
    const own = call(administrator.actor, { userId: administrator.actor.userId })
    await expect(resetSecondFactor(own)).rejects.toMatchObject({ code: 'ownAccount' })
  })
})
