import { afterEach, expect, test } from 'vitest'
import { db } from '@/lib/server/db'
import { readHealth } from '@/lib/server/pushes/health'
import { beat, stopBeating } from '@/lib/server/pushes/heartbeat'
import { aPerson, approved, aUnit } from './an-outbox'

afterEach(() => db.workerBeat.deleteMany())

test('all is well, in exactly these words', async () => {
  await beat(db, 'worker')
  expect(await readHealth()).toEqual({
    status: 'ok',
    database: 'ok',
    worker: 'ok',
    outbox: { waiting: 0, oldestSeconds: 0 },
  })
})

test('a worker that went, or fell silent, is named', async () => {
  await beat(db, 'worker')
  await stopBeating(db, 'worker')
  expect(await readHealth()).toMatchObject({ status: 'failed', database: 'ok', worker: 'failed' })
  await beat(db, 'worker')
  await db.workerBeat.update({ where: { name: 'worker' }, data: { beatAt: new Date(Date.now() - 60_000) } })
  expect(await readHealth()).toMatchObject({ status: 'failed', worker: 'failed' })
})

test('what waits is counted, and how long', async () => {
  const { id } = await approved(await aPerson(await aUnit()))
  await approved(await aPerson(await aUnit(null)))
  await db.delivery.update({ where: { id }, data: { createdAt: new Date(Date.now() - 90_000) } })
  const { outbox } = await readHealth()
  expect(outbox?.waiting).toBe(1)
  expect(outbox?.oldestSeconds).toBeGreaterThanOrEqual(89)
})
