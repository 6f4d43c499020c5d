import { randomBytes } from 'node:crypto'
import { afterAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { transact } from '@/lib/server/call'
import { db } from '@/lib/server/db'
import { carryLetters } from '@/lib/server/mail/carry-letters'
import { mailServer } from '@/lib/server/mail/mail-server'
import { writeSecondFactor } from '@/lib/server/second-factor'
import { answerResetRequests } from '@/lib/server/self-reset/answer-requests'
import { askForLink } from '@/lib/server/self-reset/ask-for-link'
import { claimEmail, confirmEmail, ownEmail, removeEmail } from '@/lib/server/self-reset/own-email'
import { linkPage, resetByLink } from '@/lib/server/self-reset/reset-by-link'
import { signIn } from '@/lib/server/sign-in'
import { findSession } from '@/lib/server/sign-in-sessions'
import { anAccount, PASSWORD } from './an-account'

const post = await vi.hoisted(async () => {
  const { smtpServer } = await import('../support/smtp-server')
  const server = await smtpServer({ login: { user: 'cong', password: 'Bí mật#1' } })
  process.env.SMTP_URL = `smtp://cong:${encodeURIComponent('Bí mật#1')}@127.0.0.1:${server.port}`
  process.env.MAIL_FROM = 'Cổng hồ sơ <hoso@dongthap.gov.vn>'
  process.env.PORTAL_URL = 'https://hoso.dongthap.gov.vn'
  return server
})
afterAll(() => post.close())

const morning = new Date('2026-11-24T01:00:00Z')
const later = (minutes: number) => new Date(morning.getTime() + minutes * 60_000)
const BETTER = 'Đờn-ca-tài-tử#7'
let neighbour = 0
const somewhere = () => `10.20.${neighbour++}.1`

/** The worker's round. */
async function carry(at: Date) {
  await answerResetRequests(at)
  const server = mailServer()!
  await carryLetters(server.deliver, () => at)
  server.close()
}

const actorOf = ({ id, personId }: { id: string; personId: string }) => ({
  ...{ userId: id, personId, personName: 'Nguyễn Thị Thùy Linh', sessionId: crypto.randomUUID() },
  ...{ today: '2026-11-24', grants: [] },
})

/** Somebody whose address was proven at `morning`. */
async function reachable(email = `linh.${neighbour++}@example.vn`) {
  const { user, person } = await anAccount()
  const as = <Input>(input: Input, now = morning) => ({ transact, actor: actorOf(user), input, now })
  await claimEmail(as({ email }))
  await carry(morning)
  await confirmEmail(as({ code: codeIn(post.letters.findLast(({ to }) => to.includes(email))!.text) }))
  return { user, person, email, as }
}

const textOf = (rows: unknown) =>
  JSON.stringify(rows, (_, value) => (typeof value === 'bigint' ? String(value) : value))
const codeIn = (text: string) => /e-mail của Anh\/Chị: (\d{6})/.exec(text)![1]!
const linkIn = (text: string) => /https:\/\/hoso\.dongthap\.gov\.vn\/reset-password\/(\S+)/.exec(text)![1]!

async function forget(name: string, at = morning) {
  const before = post.letters.length
  await askForLink(name, somewhere(), at)
  await carry(at)
  return post.letters.slice(before).filter(({ text }) => text.includes('/reset-password/'))
}

const reset = (token: string, more: { wanted?: string; repeated?: string; code?: string } = {}, at = morning) =>
  resetByLink({ token, wanted: BETTER, repeated: more.wanted ?? BETTER, code: '', ...more }, somewhere(), {
    now: at,
    instant: at,
  })

beforeEach(() => {
  post.mood.refuse = null
})

describe('an address', () => {
  test('is proven by the code that was sent there; what the letter said is kept nowhere', async () => {
    const { user, email } = await reachable()
    expect(await db.user.findUnique({ where: { id: user.id } })).toMatchObject({ email, emailSince: morning })
    const { to, heads, text } = post.letters.at(-1)!
    expect(to).toEqual([email])
    expect(heads).toMatch(/From: =\?UTF-8\?.+<hoso@dongthap\.gov\.vn>/i)
    expect(text).toContain('Không ai của tỉnh hỏi Anh/Chị mã này.')
    const letter = await db.letter.findFirst({ where: { userId: user.id } })
    expect(letter).toMatchObject({ sealed: null, dueAt: null, sentAt: morning, lastProblem: null })
    expect((await db.auditEvent.findMany({ where: { actorId: user.id } })).map(({ action }) => action)).toEqual([
      'email.confirmed',
    ])
    expect(textOf(await db.auditEvent.findMany({ where: { actorId: user.id } }))).not.toContain(email)
  })

  test('before it was sent the letter is sealed, and so is an address nobody has proven', async () => {
    const { user } = await anAccount()
    await claimEmail({ transact, actor: actorOf(user), input: { email: 'la@example.vn' }, now: morning })
    const rows = [await db.letter.findFirst({ where: { userId: user.id } }), await db.emailClaim.findMany()]
    expect(JSON.stringify(rows)).not.toContain('la@example.vn')
    expect(await ownEmail({ userId: user.id }, morning)).toMatchObject({ email: null, claimed: 'la@example.vn' })
  })

  test('five wrong codes, or a quarter of an hour, and the code opens nothing', async () => {
    const { user } = await anAccount()
    const as = <Input>(input: Input, now = morning) => ({ transact, actor: actorOf(user), input, now })
    await claimEmail(as({ email: 'nam@example.vn' }))
    await carry(morning)
    const code = codeIn(post.letters.at(-1)!.text)
    await expect(confirmEmail(as({ code }, later(15)))).rejects.toMatchObject({ code: 'emailCodeOver' })
    const wrong = code === '000000' ? '000001' : '000000'
    const tries = await Promise.allSettled(Array.from({ length: 9 }, () => confirmEmail(as({ code: wrong }))))
    const codes = tries.map((one) => (one.status === 'rejected' ? one.reason.code : 'in'))
    expect(codes.filter((one) => one === 'emailCodeWrong')).toHaveLength(5)
    await expect(confirmEmail(as({ code }))).rejects.toMatchObject({ code: 'emailCodeOver' })
  })

  test('nobody’s mailbox is filled: one code a minute, five a day', async () => {
    const { user } = await anAccount()
    const ask = (at: Date) =>
      claimEmail({ transact, actor: actorOf(user), input: { email: 'day@example.vn' }, now: at })
    await ask(morning)
    await expect(ask(later(0.5))).rejects.toMatchObject({ code: 'emailTooOften', details: { when: 'sau 30 giây' } })
    for (const minute of [2, 4, 6, 8]) await ask(later(minute))
    await expect(ask(later(600))).rejects.toMatchObject({ code: 'emailTooOften' })
    await ask(later(24 * 60 + 9))
  })

  test('serves one account; given up, the old address is told and links that went there are dead', async () => {
    const { email, user, as } = await reachable()
    const other = await anAccount()
    const asOther = <Input>(input: Input) => ({ transact, actor: actorOf(other.user), input, now: morning })
    await claimEmail(asOther({ email }))
    await carry(morning)
    const code = codeIn(post.letters.at(-1)!.text)
    await expect(confirmEmail(asOther({ code }))).rejects.toMatchObject({ code: 'emailTaken' })

    const [letter] = await forget(user.username)
    await removeEmail(as(null))
    expect(await linkPage(linkIn(letter!.text), morning)).toBeNull()
    await carry(morning)
    expect(post.letters.at(-1)).toMatchObject({ to: [email], text: expect.stringContaining('bỏ địa chỉ này') })
    expect(await forget(user.username)).toEqual([])
  })
})

describe('a forgotten password', () => {
  test('is set anew by the link: sessions end, the lock opens, the mailbox hears of it, the log too', async () => {
    const { user, email, person } = await reachable()
    const token = await signIn(
      { username: user.username, password: PASSWORD },
      { address: '10.21.0.1', agent: '' },
      morning,
    )
    for (let n = 0; n < 5; n++) {
      const from = { address: somewhere(), agent: '' }
      await expect(signIn({ username: user.username, password: 'sai' }, from, morning)).rejects.toThrow()
    }
    const [letter] = await forget(` ${person.citizenId.slice(0, 6)} ${person.citizenId.slice(6)}`)
    expect(letter).toMatchObject({ to: [email] })
    expect(await linkPage(linkIn(letter!.text), morning)).toEqual({ username: user.username, secondFactor: false })
    await reset(linkIn(letter!.text))

    expect(await findSession(token, morning)).toMatchObject({ standing: 'ended' })
    const enter = (password: string) =>
      signIn({ username: user.username, password }, { address: somewhere(), agent: '' }, morning)
    await expect(enter(PASSWORD)).rejects.toMatchObject({ code: 'signInWrong' })
    await expect(enter(BETTER)).resolves.toBeTruthy()
    await carry(morning)
    expect(post.letters.at(-1)).toMatchObject({ to: [email], text: expect.stringContaining('được đặt lại qua e-mail') })
    const trail = await db.auditEvent.findMany({ where: { subjectId: user.id }, orderBy: { id: 'asc' } })
    expect(trail.map(({ action }) => action)).toEqual(
      expect.arrayContaining(['password.linkSent', 'password.resetBySelf']),
    )
    expect(await db.formerPassword.count({ where: { userId: user.id } })).toBe(1)
    await expect(reset(linkIn(letter!.text), { wanted: 'Mương-vườn#73x' })).rejects.toMatchObject({ code: 'linkOver' })
  })

  test('the link ends after half an hour, with the password it was asked for, and with the account', async () => {
    const { user } = await reachable()
    const token = linkIn((await forget(user.username))[0]!.text)
    await expect(reset(token, {}, later(30))).rejects.toMatchObject({ code: 'linkOver' })
    await db.user.update({ where: { id: user.id }, data: { disabledAt: morning } })
    await expect(reset(token)).rejects.toMatchObject({ code: 'linkOver' })
    await db.user.update({ where: { id: user.id }, data: { disabledAt: null, passwordHash: 'another' } })
    await expect(reset(token)).rejects.toMatchObject({ code: 'linkOver' })
    await expect(reset('made-up')).rejects.toMatchObject({ code: 'linkOver' })
  })

  test('the rules of passwords hold here too, and a refusal does not use the link up', async () => {
    const { user } = await reachable()
    const token = linkIn((await forget(user.username))[0]!.text)
    await expect(reset(token, { wanted: PASSWORD })).rejects.toMatchObject({ code: 'passwordWeak' })
    await expect(reset(token, { wanted: 'Linh14081988@' })).rejects.toMatchObject({ code: 'passwordWeak' })
    await expect(reset(token, { repeated: 'khác' })).rejects.toMatchObject({ code: 'passwordsDiffer' })
    await reset(token)
  })

  test('two who open the link at the same moment set one password', async () => {
    const { user } = await reachable()
    const token = linkIn((await forget(user.username))[0]!.text)
    const both = await Promise.allSettled([reset(token), reset(token, { wanted: 'Mương-vườn#73x' })])
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  })

  test('the second factor is asked for, and wrong codes are counted as at the door', async () => {
    const { user } = await reachable()
    const who = { id: crypto.randomUUID(), userId: user.id, address: null }
    const codes = await transact((tx) => writeSecondFactor(tx, who, { secret: randomBytes(20), step: null }, morning))
    const token = linkIn((await forget(user.username))[0]!.text)
    expect(await linkPage(token, morning)).toMatchObject({ secondFactor: true })
    await expect(reset(token)).rejects.toMatchObject({ code: 'codeWrong' })
    await reset(token, { code: codes[0]! })
    const next = linkIn((await forget(user.username))[0]!.text)
    const again = { wanted: 'Mương-vườn#73x', code: codes[0]! }
    for (let n = 0; n < 5; n++) await expect(reset(next, again)).rejects.toMatchObject({ code: 'codeWrong' })
    await expect(reset(next, { ...again, code: codes[1]! })).rejects.toMatchObject({ code: 'signInLocked' })
  })

  test('whoever by law must have a second factor and has none goes to the administrator above', async () => {
    const { user } = await reachable()
    const { unitId } = await db.person.findUniqueOrThrow({ where: { id: user.personId } })
    await db.roleGrant.create({
      data: { userId: user.id, role: 'unitAdmin', unitId, validFrom: new Date('2026-01-01') },
    })
    expect(await forget(user.username)).toEqual([])
  })

  test('asking leaves the same trace for somebody and for nobody: a row that only the worker reads', async () => {
    const { user } = await reachable()
    await db.resetRequest.deleteMany()
    for (const name of [user.username, 'khong.co.ai']) await askForLink(name, '10.22.0.1', morning)
    const rows = await db.resetRequest.findMany()
    expect(rows).toHaveLength(2)
    expect(JSON.stringify(rows, (_, value) => (typeof value === 'bigint' ? String(value) : value))).not.toContain(
      'khong',
    )
    expect(await db.resetLink.count({ where: { userId: user.id } })).toBe(0)
    const before = post.letters.length
    await carry(morning)
    expect(post.letters.slice(before)).toHaveLength(1)
    expect(await db.resetRequest.count({ where: { sealed: { not: null } } })).toBe(0)
  })

  test('three times an hour for one name, known or not; twenty in ten minutes from one address', async () => {
    const { user } = await reachable()
    for (const name of [user.username, 'ma.gia']) {
      for (let n = 0; n < 3; n++) await askForLink(name, somewhere(), morning)
      await expect(askForLink(name, somewhere(), later(1))).rejects.toMatchObject({
        code: 'resetTooOften',
        details: { minutes: 59 },
      })
      await askForLink(name, somewhere(), later(60))
    }
    const from = somewhere()
    for (let n = 0; n < 20; n++) await askForLink(`nguoi.${n}`, from, morning)
    await expect(askForLink('nguoi.20', from, later(1))).rejects.toMatchObject({ code: 'resetTooOften' })
  })
})

describe('the post', () => {
  test('what the server does not take is tried again at growing intervals, and given up when it would come too late', async () => {
    const { user } = await reachable()
    post.mood.refuse = '451 later'
    await askForLink(user.username, somewhere(), morning)
    const letter = () => db.letter.findFirstOrThrow({ where: { userId: user.id, kind: 'resetLink' } })
    await carry(morning)
    expect(await letter()).toMatchObject({
      attempts: 1,
      dueAt: later(1 / 6),
      lastProblem: expect.stringContaining('451'),
    })
    await carry(later(1))
    expect(await letter()).toMatchObject({ attempts: 2, dueAt: later(1.5) })
    await carry(later(31))
    expect(await letter()).toMatchObject({ attempts: 3, dueAt: null, sealed: null, sentAt: null, lastProblem: 'LATE' })
  })

  test('an address the server does not know is not tried again', async () => {
    const { user } = await reachable()
    post.mood.refuse = '550 nobody here'
    await askForLink(user.username, somewhere(), morning)
    await carry(morning)
    const letter = await db.letter.findFirst({ where: { userId: user.id, kind: 'resetLink' } })
    expect(letter).toMatchObject({ dueAt: null, sealed: null, lastProblem: expect.stringMatching(/550$/) })
  })

  test('the password of the mail server stands in no row and no line of the log, also when the server repeats it', async () => {
    const { user } = await reachable()
    const said = [vi.spyOn(console, 'error'), vi.spyOn(console, 'log')]
    post.mood.login = { user: 'cong', password: 'đã đổi' }
    await askForLink(user.username, somewhere(), morning)
    await carry(morning)
    post.mood.login = { user: 'cong', password: 'Bí mật#1' }
    const letter = await db.letter.findFirst({ where: { userId: user.id, kind: 'resetLink' } })
    expect(letter).toMatchObject({ lastProblem: 'EAUTH 535', dueAt: expect.any(Date) })
    expect(JSON.stringify([letter, said.flatMap((one) => one.mock.calls)])).not.toMatch(/mật#1/)
  })
})
