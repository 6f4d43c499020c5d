import { describe, expect, test } from 'vitest'
import type { RecordData } from '@/lib/catalogue'
import { db } from '@/lib/server/db'
import { pastRecord } from '@/lib/server/records/past-record'
import { changesToSubmit, recordPage } from '@/lib/server/records/record-page'
import { restorePage, restoreSection } from '@/lib/server/records/restore-values'
import { revisionsOf } from '@/lib/server/records/revisions'
import { anApproval } from '../support/an-approval'
import { aSubmission, aUnit, call, someone } from '../support/builders'

const FIRST = { skip: 0, take: 20 }
const phoneOf = async (recordId: string) =>
  ((await db.record.findUniqueOrThrow({ where: { id: recordId } })).draft as RecordData).identity.phone

/** Approved twice, with another telephone each time; the draft holds the second. */
async function aPast() {
  const unit = await aUnit()
  const person = await someone(unit)
  await anApproval(unit, person, '0900000001', '2026-10-27T09:00:00+07:00')
  await anApproval(unit, person, '0900000002', '2026-11-27T09:00:00+07:00')
  const { data } = await db.revision.findFirstOrThrow({ where: { recordId: person.recordId, version: 2 } })
  await db.record.update({ where: { id: person.recordId }, data: { draft: data as object } })
  return { unit, person, recordId: person.recordId }
}

const taking = (recordId: string, over: Partial<Parameters<typeof restoreSection>[0]['input']> = {}) => ({
  recordId,
  section: 'identity' as const,
  from: { version: 1, before: false },
  sectionVersion: 0,
  chosen: ['phone/'],
  ...over,
})

describe('the record as it was', () => {
  test('on a past day reads as approved by then; before the first signature there is nothing', async () => {
    const { person, recordId } = await aPast()
    const on = async (day: string) => (await pastRecord(person.actor, recordId, day))?.data.identity.phone
    expect(await on('2026-10-26')).toBeUndefined()
    expect(await on('2026-10-27')).toBe('0900000001')
    expect(await on('2026-11-26')).toBe('0900000001')
    expect(await on('2026-11-27')).toBe('0900000002')
  })

  test('what was sent and never approved is in the timeline, and in no record of any day', async () => {
    const { person, recordId } = await aPast()
    const { data } = await db.revision.findFirstOrThrow({ where: { recordId, version: 2 } })
    const sent = structuredClone(data) as RecordData
    sent.identity.phone = '0900000009'
    await aSubmission(recordId, 'returned', sent)
    const { revisions } = await revisionsOf(person.actor, recordId, FIRST)
    expect(revisions.map(({ version, submission }) => [version, submission?.state])).toEqual([
      [3, 'returned'],
      [2, 'approved'],
      [1, 'approved'],
    ])
    expect(revisions[0]?.changes).toMatchObject([{ code: 'phone', before: '0900000002', after: '0900000009' }])
    expect(revisions[1]?.batch).toMatchObject({ approverName: 'Lê Hoàng Nam', period: '2026-11' })
    expect(revisions[0]?.batch).toBeNull()
    expect((await pastRecord(person.actor, recordId, '2027-12-31'))?.data.identity.phone).toBe('0900000002')
  })
})

describe('taking a past value back', () => {
  test('makes a change of the draft, seen in the comparison and in the log, and nothing official', async () => {
    const { person, recordId } = await aPast()
    expect(
      (await restorePage(person.actor, recordId, 'identity', { version: 1, before: false })).changes,
    ).toMatchObject([{ key: 'phone/', before: '0900000002', after: '0900000001' }])
    expect(await restoreSection(call(person.actor, taking(recordId)))).toBe(1)
    expect(await phoneOf(recordId)).toBe('0900000001')
    const page = await recordPage(person.actor, recordId)
    expect(page.approved?.identity.phone).toBe('0900000002')
    expect(changesToSubmit(page)).toMatchObject([{ code: 'phone', before: '0900000002', after: '0900000001' }])
    const [noted] = await db.auditEvent.findMany({ where: { subjectId: recordId, action: 'record.edited' } })
    expect(noted?.detail).toMatchObject({ section: 'identity', fields: ['phone'], restoredFrom: 1 })
    expect(await db.draftChange.count({ where: { recordId, section: 'identity' } })).toBe(1)
  })

  test('what stood before a version is reached through it', async () => {
    const { person, recordId } = await aPast()
    const from = { version: 2, before: true }
    await restoreSection(call(person.actor, taking(recordId, { from })))
    expect(await phoneOf(recordId)).toBe('0900000001')
  })

  test('is refused when somebody saved the section in between, and when it is there already', async () => {
    const { person, recordId } = await aPast()
    await expect(restoreSection(call(person.actor, taking(recordId, { sectionVersion: 4 })))).rejects.toMatchObject({
      code: 'changedMeanwhile',
    })
    const from = { version: 2, before: false }
    await expect(restoreSection(call(person.actor, taking(recordId, { from })))).rejects.toMatchObject({
      code: 'nothingToRestore',
    })
    expect(await phoneOf(recordId)).toBe('0900000002')
  })

  test('is nobody’s but who may edit the record, and of no version that never was', async () => {
    const { unit, person, recordId } = await aPast()
    for (const who of [await someone(await aUnit(), 'recordsOfficer'), await someone(unit, 'unitHead', 'unitAdmin')]) {
      await expect(restoreSection(call(who.actor, taking(recordId)))).rejects.toMatchObject({ code: 'notFound' })
      await expect(restorePage(who.actor, recordId, 'identity', { version: 1, before: false })).rejects.toMatchObject({
        code: 'notFound',
      })
    }
    const from = { version: 9, before: false }
    await expect(restoreSection(call(person.actor, taking(recordId, { from })))).rejects.toMatchObject({
      code: 'notFound',
    })
  })
})
