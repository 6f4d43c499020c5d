import { expect, test } from 'vitest'
import { emptyRecord, type RecordData } from '@/lib/catalogue'
import { PEOPLE_LIST } from '@/lib/domain/lists/people-list-spec'
import { type PeopleStage, QUALITY_STAGES } from '@/lib/domain/people-stages'
import type { Actor } from '@/lib/domain/policy'
import { db } from '@/lib/server/db'
import { qualityOverview } from '@/lib/server/overview/overview'
import { peopleList } from '@/lib/server/people/people-list'
import { judgeWaiting } from '@/lib/server/quality/judge-waiting'
import { recordQuality } from '@/lib/server/quality/record-quality'
import { confirmRecord } from '@/lib/server/records/confirm-record'
import { recordPage } from '@/lib/server/records/record-page'
import { saveSection } from '@/lib/server/records/save-section'
import { ask } from '../../support/ask'
import { aPerson, aSubmission, aUnit, call, someone, TODAY } from '../../support/builders'

const unit = await aUnit()
const below = await aUnit({ parent: unit })
const officer = await someone(unit, 'recordsOfficer')
const settle = async (day = TODAY) => {
  while ((await judgeWaiting(day)) > 0);
}
const rowOf = (recordId: string) => db.recordQuality.findUniqueOrThrow({ where: { recordId } })

test('every new record waits, is judged once, and waits again when it is saved', async () => {
  const { recordId, actor } = await someone(unit)
  expect(await rowOf(recordId)).toMatchObject({ judged: 0, judgedOn: null })
  await settle()
  expect(await rowOf(recordId)).toMatchObject({ errors: 0, badCodes: 0, affirmedOn: null })
  expect(await judgeWaiting(TODAY)).toBe(0)
  const answers = { phone: '0987654321' }
  await saveSection(call(actor, { recordId, section: 'identity', version: 0, answers }))
  const { judged, changes } = await rowOf(recordId)
  expect(judged).toBeLessThan(changes)
  expect(await judgeWaiting(TODAY)).toBe(1)
})

test('a day that passes has everybody judged again', async () => {
  await settle()
  const before = await db.recordQuality.count()
  expect(await judgeWaiting('2026-11-28')).toBe(Math.min(before, 200))
  await settle('2026-11-28')
  expect(await db.recordQuality.count({ where: { judgedOn: new Date('2026-11-28') } })).toBe(before)
  expect(await judgeWaiting(TODAY)).toBe(0)
})

test('a confirmation makes an old record alive; a signature that finds nothing changed does too', async () => {
  const { recordId, actor } = await someone(unit)
  const { draft } = await db.record.findUniqueOrThrow({ where: { id: recordId } })
  const { revision } = await aSubmission(recordId, 'approved', draft as RecordData)
  await db.record.update({ where: { id: recordId }, data: { hasUnsent: false } })
  await settle()
  expect((await rowOf(recordId)).affirmedOn).toBeNull()
  await confirmRecord(call(actor, { recordId, version: revision.version }))
  await settle()
  expect((await rowOf(recordId)).affirmedOn).toEqual(new Date(TODAY))

  const batch = await aBatch('frozen')
  const item = {
    batchId: batch.id,
    recordId,
    revisionId: revision.id,
    version: 1,
    leaf: '-',
    kind: 'unchanged' as const,
  }
  await db.approvalItem.create({ data: item })
  await db.approvalBatch.update({
    where: { id: batch.id },
    data: { state: 'approved', closedAt: new Date('2026-11-28T23:30:00+07:00') },
  })
  await settle()
  expect((await rowOf(recordId)).affirmedOn).toEqual(new Date('2026-11-28'))
})

const aBatch = (state: 'frozen') =>
  db.approvalBatch.create({
    data: {
      ...{ unitId: unit.id, kind: 'monthly', period: '2026-11', number: 1, state, manifest: '{}', manifestSha256: '-' },
      ...{ root: '-', count: 1, preparedById: officer.actor.userId, frozenAt: new Date() },
    },
  })

test('each figure is the length of the list behind it, and what holds and what does not make the whole', async () => {
  for (const where of [unit, below]) {
    const { recordId } = await someone(where)
    const data = (await db.record.findUniqueOrThrow({ where: { id: recordId } })).draft as RecordData
    data.identity.gender = '9'
    await db.record.update({ where: { id: recordId }, data: { draft: data as object } })
    await aPerson(where, { signedIn: false })
  }
  await settle()
  await aPerson(below, { signedIn: false })
  const { rows, sum } = await qualityOverview(officer.actor, null)
  expect(rows.length).toBe(2)
  for (const { unit, own, counts } of rows) {
    for (const stage of QUALITY_STAGES) {
      const query = `stage=${stage}&unit=${unit.id}${own ? '&own=1' : ''}`
      expect([stage, (await listed(officer.actor, query)).total]).toEqual([
        stage,
        counts[stage as PeopleStage & keyof typeof counts],
      ])
    }
  }
  expect(sum.correct + sum.incorrect + sum.unjudged).toBe(sum.people)
  expect(sum.clean + sum.unclean + sum.unjudged).toBe(sum.people)
  expect(sum.live + sum.notLive).toBe(sum.people)
  expect([sum.unclean, sum.unjudged, sum.live]).toEqual([2, 1, 1])
})

const listed = (actor: Actor, query: string) => peopleList(actor, { ...ask(PEOPLE_LIST, query), size: 200 })

test('a person sees their own marks at once, before the worker has come', async () => {
  const { recordId, actor } = await someone(unit)
  const data = emptyRecord()
  await db.record.update({ where: { id: recordId }, data: { draft: data as object } })
  const quality = await recordQuality(actor, await recordPage(actor, recordId))
  expect(quality.complete.length).toBeGreaterThan(10)
  expect(quality.complete[0]?.place?.section).toBeDefined()
  expect([quality.clean, quality.live.length]).toEqual([[], 1])
})

test('others have no such figures', async () => {
  await expect(qualityOverview((await someone(unit)).actor, null)).rejects.toMatchObject({ code: 'notFound' })
  const elsewhere = await someone(await aUnit(), 'unitHead')
  await expect(qualityOverview(elsewhere.actor, unit.id)).rejects.toMatchObject({ code: 'notFound' })
})
