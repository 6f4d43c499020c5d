import { beforeAll, expect, test } from 'vitest'
import { db } from '@/lib/server/db'
import { env } from '@/lib/server/env'
import { noteChannel } from '@/lib/server/exchange/channel-state'
import { metricsText } from '@/lib/server/exchange/metrics'
import { profileForProcess } from '@/tests/support/national-profile'
import { approveChannel } from '../pushes/a-worker'
import { aPerson, approved, aUnit } from '../pushes/an-outbox'

beforeAll(() => {
  Object.assign(env, { NATIONAL_PROFILE: profileForProcess('http://127.0.0.1:9').NATIONAL_PROFILE })
})

/** Name with labels → value. */
const metrics = async (now = new Date()) =>
  new Map(
    (await metricsText(now))
      .split('\n')
      .filter((line) => line !== '' && !line.startsWith('#'))
      .map((line) => [line.replace(/ \S+$/, ''), Number(line.replace(/^.* /, ''))]),
  )

test('R110: what waits, for how long, and whether the channel rests, without anybody’s data', async () => {
  const who = await aPerson(await aUnit())
  await approved(who)
  await approved(await aPerson(await aUnit(null)))
  const inAnHour = new Date(Date.now() + 3_600_000)
  const before = await metrics(inAnHour)
  expect(Object.fromEntries(before)).toMatchObject({
    'portal_deliveries{state="waiting"}': 1,
    'portal_deliveries{state="held"}': 1,
    portal_channel_approved: 0,
    portal_channel_open: 0,
    portal_worker_alive: 0,
  })
  expect(before.get('portal_outbox_oldest_seconds')).toBeGreaterThan(3500)

  await approveChannel()
  const circuit = { failures: 5, openings: 1, openUntil: Date.now() + 10_000 }
  const certificateUntil = new Date(Date.now() + 86_400_000)
  const outcome = { kind: 'retry', cause: 'network' } as const
  await noteChannel(db, 'test', { circuit, outcome, answered: false, certificateUntil }, new Date())
  const after = await metrics()
  expect([after.get('portal_channel_open'), after.get('portal_channel_approved')]).toEqual([1, 1])
  expect(after.get('portal_channel_certificate_seconds')).toBeGreaterThan(86_000)
  expect(await metricsText(new Date())).not.toContain(who.person.citizenId)
})
