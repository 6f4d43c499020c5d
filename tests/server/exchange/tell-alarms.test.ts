import { beforeAll, expect, test } from 'vitest'
import { db } from '@/lib/server/db'
import { env } from '@/lib/server/env'
import { tellAlarms } from '@/lib/server/exchange/tell-alarms'
import { openLetter } from '@/lib/server/mail/write-letter'
import { beat } from '@/lib/server/pushes/heartbeat'
import { someone, aUnit as unitOf } from '@/tests/support/builders'
import { profileForProcess } from '@/tests/support/national-profile'
import { approveChannel } from '../pushes/a-worker'
import { aPerson, approved, aUnit } from '../pushes/an-outbox'

const MAIL = { SMTP_URL: 'smtp://127.0.0.1:9', MAIL_FROM: 'cong@dongthap.gov.vn', PORTAL_URL: 'https://hoso.example' }
const START = new Date()
const later = (minutes: number) => new Date(START.getTime() + minutes * 60_000)
let name = ''

beforeAll(async () => {
  Object.assign(env, profileForProcess('http://127.0.0.1:9'))
  await approveChannel()
  await beat(db, 'test-worker')
  const unit = await unitOf()
  for (const [role, email] of [
    ['integrationAdmin', 'tich-hop@dongthap.gov.vn'],
    ['integrationAdmin', null],
    ['provinceAdmin', 'quan-tri@dongthap.gov.vn'],
  ] as const) {
    const { actor } = await someone(unit, role)
    await db.user.update({ where: { id: actor.userId }, data: { email } })
  }
  const who = await aPerson(await aUnit())
  name = who.person.fullName
  const { id } = await approved(who)
  await db.delivery.update({ where: { id }, data: { createdAt: later(-3 * 60) } })
})

const letters = async () => {
  const rows = await db.letter.findMany({ orderBy: { createdAt: 'asc' } })
  return rows.map((row) => openLetter(row))
}

test('without a mail server nobody is written to, and nothing is taken for told', async () => {
  expect(await tellAlarms(START)).toBe(0)
  expect(await db.channelAlarm.count()).toBe(0)
})

test('R110: who looks after the exchange hears of a trouble once, and again after a day', async () => {
  Object.assign(env, MAIL)
  expect(await tellAlarms(START)).toBe(1)
  expect(await letters()).toMatchObject([
    {
      to: 'tich-hop@dongthap.gov.vn',
      subject: expect.stringContaining('1 hồ sơ chờ gửi, lâu nhất đã 3 giờ'),
      text: expect.stringContaining('https://hoso.example/pushes/connection'),
    },
  ])
  expect(JSON.stringify(await letters())).not.toContain(name)
  for (let minutes = 1; minutes < 24 * 60; minutes += 50) expect(await tellAlarms(later(minutes))).toBe(0)
  expect(await tellAlarms(later(24 * 60))).toBe(1)
})

test('what was gone for an hour is a new trouble', async () => {
  expect(await tellAlarms(later(24 * 60 + 30))).toBe(0)
  expect(await tellAlarms(later(24 * 60 + 100))).toBe(1)
})

test('two workers at once write one letter', async () => {
  await db.channelAlarm.deleteMany()
  const told = await Promise.all([tellAlarms(later(2_000)), tellAlarms(later(2_000))])
  expect(told.toSorted()).toEqual([0, 1])
})
