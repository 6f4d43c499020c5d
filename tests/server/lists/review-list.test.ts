import { expect, test } from 'vitest'
import { askHref } from '@/lib/domain/lists/list-spec'
import { REVIEW_LIST } from '@/lib/domain/lists/review-list-spec'
import type { Actor } from '@/lib/domain/policy'
import { db } from '@/lib/server/db'
import { reviewList } from '@/lib/server/records/review-list'
import { reviewPage } from '@/lib/server/records/review-page'
import { submitRecord } from '@/lib/server/records/submit-record'
import { ask } from '../../support/ask'
import { aUnit, call, NOW, someone } from '../../support/builders'

const unit = await aUnit()
const officer = await someone(unit, 'recordsOfficer')
const listed = async (query = '', actor: Actor = officer.actor) =>
  (await reviewList(actor, ask(REVIEW_LIST, query))).rows

const waiting: { id: string; name: string }[] = []
for (let at = 0; at < 12; at++) {
  const person = await someone(unit)
  const later = new Date(NOW.getTime() + at * 60_000)
  await submitRecord(call(person.actor, { recordId: person.recordId, declared: true }, later))
  const { id } = await db.submission.findFirstOrThrow({ where: { recordId: person.recordId } })
  waiting.push({ id, name: person.fullName })
}
const ids = waiting.map(({ id }) => id)
const idsOf = async (query: string) => (await listed(query)).map(({ submissionId }) => submissionId)

test('the longest waiting stands first; every head turns the order round', async () => {
  expect(await idsOf('')).toEqual(ids)
  expect(await idsOf('sort=-since')).toEqual(ids.toReversed())
  for (const by of REVIEW_LIST.sorts) expect((await idsOf(`sort=-${by}`)).toSorted()).toEqual(ids.toSorted())
})

test('the queue is narrowed by unit, citizen id, and whether it was sent before', async () => {
  expect(await idsOf(`unit=${unit.id}`)).toEqual(ids)
  expect(await idsOf(`unit=${(await aUnit()).id}`)).toEqual([])
  expect(await idsOf('sent=again')).toEqual([])
  expect(await idsOf('sent=first')).toEqual(ids)
  const { citizenId } = await db.person.findFirstOrThrow({ where: { fullName: waiting[3]!.name } })
  expect(await idsOf(`q=${citizenId}`)).toEqual([ids[3]])
})

test('nobody of another unit, and never oneself', async () => {
  const stranger = await someone(await aUnit(), 'recordsOfficer')
  expect(await listed('', stranger.actor)).toEqual([])
  expect(await listed('', (await someone(unit)).actor)).toEqual([])
})

test('whoever opens one goes on in the order of the list', async () => {
  const places = (query: string) => async (id: string) => {
    const { position, previousId, nextId, queue } = await reviewPage(officer.actor, id, ask(REVIEW_LIST, query))
    return {
      position,
      previousId,
      nextId,
      shown: queue.waiting.map(({ submissionId }) => submissionId),
      skip: queue.skip,
    }
  }
  const usual = places('')
  expect(await usual(ids[0]!)).toEqual({
    position: 1,
    previousId: null,
    nextId: ids[1],
    shown: ids.slice(0, 9),
    skip: 0,
  })
  expect(await usual(ids[6]!)).toMatchObject({ position: 7, previousId: ids[5], nextId: ids[7], skip: 2 })
  expect(await usual(ids[11]!)).toMatchObject({ position: 12, nextId: null, shown: ids.slice(3), skip: 3 })
  expect(await places('sort=-since')(ids[11]!)).toMatchObject({ position: 1, previousId: null, nextId: ids[10] })
  expect(askHref(REVIEW_LIST, ask(REVIEW_LIST, 'sort=-since'), {}, `/records/review/${ids[0]}`)).toBe(
    `/records/review/${ids[0]}?sort=-since`,
  )
})

test('what waits no longer keeps its place, and is not in the row', async () => {
  await db.submission.update({ where: { id: ids[2]! }, data: { state: 'checked' } })
  const { position, queue, previousId, nextId } = await reviewPage(officer.actor, ids[2]!, ask(REVIEW_LIST))
  expect([position, previousId, nextId, queue.total]).toEqual([3, ids[1], ids[3], 11])
  expect(queue.waiting.map(({ submissionId }) => submissionId)).not.toContain(ids[2])
})
