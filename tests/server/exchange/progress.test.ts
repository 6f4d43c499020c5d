import { randomUUID } from 'node:crypto'
import { beforeAll, expect, test } from 'vitest'
import { readSheets } from '@/lib/documents/read-sheet'
import { sumOf } from '@/lib/domain/exchange/progress'
import type { Actor } from '@/lib/domain/policy'
import { db } from '@/lib/server/db'
import { keepProgress, keepProgressEachDay } from '@/lib/server/exchange/keep-progress'
import { progressFigures } from '@/lib/server/exchange/progress-figures'
import { progressFile } from '@/lib/server/exchange/progress-file'
import { keptProgress, progressOf } from '@/lib/server/exchange/progress-page'
import { NOW, someone, aUnit as unitOf } from '@/tests/support/builders'
import { aPerson, approved, aUnit } from '../pushes/an-outbox'

const NOON = new Date('2026-11-27T11:31:00+07:00')
const matched = (recordId: string, result: 'match' | 'noMatch' | 'error') =>
  db.populationCheck.create({
    data: {
      ...{ recordId, result, at: NOW, requestNo: randomUUID(), officerCode: 'cb1', byName: 'Kiểm tra' },
      ...{ purpose: 'update', inputSha256: '-' },
    },
  })
let watcher: Actor
let unit: Awaited<ReturnType<typeof aUnit>>

beforeAll(async () => {
  watcher = (await someone(await unitOf(), 'homeAffairsOfficer')).actor
  unit = await aUnit()
  const [taken, refused] = [await aPerson(unit), await aPerson(unit)]
  await aPerson(unit)
  await aPerson(unit, 'NGUOI_LAM_VIEC_HOI')
  for (const [who, state] of [
    [taken, 'accepted'],
    [refused, 'refused'],
  ] as const) {
    const { id, revisionId } = await approved(who)
    await db.record.update({ where: { id: who.recordId }, data: { approvedRevisionId: revisionId } })
    await db.delivery.update({ where: { id }, data: { state } })
  }
  await matched(taken.recordId, 'noMatch')
  await matched(taken.recordId, 'match')
  await matched(taken.recordId, 'error')
  await matched(refused.recordId, 'match')
  await matched(refused.recordId, 'noMatch')
})

test('R147, R175: of each unit how many there are, are approved, sent and taken; who is not sent is not counted', async () => {
  const row = (await progressFigures('2026-11')).find(({ unitId }) => unitId === unit.id)
  expect(row?.counts).toMatchObject({ people: 3, approved: 2, sent: 2, accepted: 1, matched: 1 })
})

test('R173: the table of a publication is kept once, as it stood, and printed so for good', async () => {
  expect(await keepProgress(new Date('2026-11-27T11:00:00+07:00'))).toBeNull()
  const kept = await Promise.all([keepProgress(NOON), keepProgress(NOON)])
  expect(kept.filter((day) => day === '2026-11-27')).toHaveLength(1)
  const before = await progressOf(watcher, '2026-11-27', NOON)
  await aPerson(unit)
  await keepProgressEachDay()(new Date('2026-11-27T15:00:00+07:00'))
  expect(await progressOf(watcher, '2026-11-27', NOON)).toEqual(before)
  const people = async (day: string | null) =>
    sumOf((await progressOf(watcher, day, NOON)).rows.map(({ counts }) => counts)).people
  expect(await people(null)).toBe((await people('2026-11-27')) + 1)
  expect(await keptProgress()).toEqual([{ day: '2026-11-27', asOf: NOON }])
  await expect(db.progressReport.deleteMany()).rejects.toThrow()
})

test('as a workbook and as a paper, with the sum and when it was; noted in the log', async () => {
  const { name, bytes } = await progressFile(watcher, '2026-11-27', 'xlsx', NOW)
  expect(name).toBe('tien-do-dong-bo-2026-11-27.xlsx')
  const text = JSON.stringify(await cellsOf(bytes))
  expect(text).toContain('Bộ đã nhận')
  expect(text).toContain('11:31, 27/11/2026')
  const pdf = await progressFile(watcher, null, 'pdf', NOW)
  expect(Buffer.from(pdf.bytes.slice(0, 5)).toString()).toBe('%PDF-')
  expect(await db.auditEvent.count({ where: { action: 'list.exported', subjectId: '/pushes/progress' } })).toBe(2)
})

test('a day that was not kept is not there, and units have no business with the province’s table', async () => {
  await expect(progressOf(watcher, '2026-11-25', NOON)).rejects.toMatchObject({ code: 'notFound' })
  const { actor } = await someone(await unitOf(), 'unitHead', 'recordsOfficer', 'unitAdmin')
  await expect(progressOf(actor, null, NOON)).rejects.toMatchObject({ code: 'notFound' })
})

async function cellsOf(bytes: Uint8Array) {
  const texts: unknown[] = []
  for (const sheet of await readSheets(bytes, 10_000_000))
    for await (const rows of sheet.rows()) texts.push(rows.map(({ cells }) => cells))
  return texts
}
