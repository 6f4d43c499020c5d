import { beforeEach, expect, test } from 'vitest'
import { db } from '@/lib/server/db'
import { claimDeliveries } from '@/lib/server/pushes/claim'
import { enqueueDeliveries } from '@/lib/server/pushes/enqueue'
import { beat } from '@/lib/server/pushes/heartbeat'
import { aPerson, approved, aRevision, aUnit } from './an-outbox'

beforeEach(() =>
  db.delivery.updateMany({ where: { state: { in: ['waiting', 'sending'] } }, data: { state: 'parked' } }),
)

const claimed = async (worker: string, most: number) => {
  await beat(db, worker)
  const claims = await claimDeliveries(db, { worker }, most, new Date(Date.now() + 1_000))
  const rows = await db.delivery.findMany({ where: { id: { in: claims.map(({ id }) => id) } } })
  return rows.sort((one, other) => Number(one.turn - other.turn) || Number(one.id - other.id))
}

test('a unit with a hundred times as many keeps nobody waiting: whoever comes later stands behind their own', async () => {
  const [large, small] = [await aUnit(), await aUnit()]
  const crowd = await Promise.all(Array.from({ length: 120 }, () => aPerson(large)))
  const revisions: string[] = []
  for (const who of crowd) revisions.push((await aRevision(who)).id)
  await db.$transaction((tx) => enqueueDeliveries(tx, revisions, new Date()))
  await claimed('one', 10)
  const few = await Promise.all(Array.from({ length: 3 }, () => aPerson(small)))
  for (const who of few) await approved(who)

  const next = await claimed('two', 8)
  expect(next.filter(({ unitId }) => unitId === small.id)).toHaveLength(3)
  expect(next.filter(({ unitId }) => unitId === large.id)).toHaveLength(5)
})

test('what is sent again takes a turn anew; what only waits for its next try keeps its own', async () => {
  const unit = await aUnit()
  const [first, second] = [await aPerson(unit), await aPerson(unit)]
  const [one, two] = [await approved(first), await approved(second)]
  expect(two.turn).toBe(one.turn + 1n)
  await db.delivery.update({ where: { id: one.id }, data: { state: 'sending' } })
  const retried = await db.delivery.update({ where: { id: one.id }, data: { state: 'waiting' } })
  expect(retried.turn).toBe(one.turn)
  await db.delivery.update({ where: { id: one.id }, data: { state: 'refused' } })
  const again = await db.delivery.update({ where: { id: one.id }, data: { state: 'waiting' } })
  expect(again.turn).toBe(two.turn + 1n)
})
