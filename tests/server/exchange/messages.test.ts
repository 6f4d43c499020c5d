import { afterAll, beforeAll, expect, test } from 'vitest'
import type { z } from 'zod'
import type { RecordData } from '@/lib/catalogue'
import { db } from '@/lib/server/db'
import { messagesPage } from '@/lib/server/exchange/messages-page'
import { type WriteMessage, writeMessage } from '@/lib/server/exchange/write-message'
import { completed } from '@/lib/server/records/completed'
import { refusalFindings } from '@/lib/server/records/refusal-findings'
import { type Simulator, startNationalSimulator } from '@/lib/simulators/national-simulator'
import { post } from '@/tests/simulators/wire'
import { call, someone, aUnit as unitOf } from '@/tests/support/builders'
import { approveChannel, workUntilQuiet } from '../pushes/a-worker'
import { aPerson, approved, aUnit, type Somebody } from '../pushes/an-outbox'

let simulator: Simulator
beforeAll(async () => {
  simulator = await startNationalSimulator({ port: 0 })
  await approveChannel()
})
afterAll(() => simulator.close())

const HEARD = 'Ngày sinh 31/02/1990 chưa hợp lệ theo quy tắc 17'
const ROW: z.output<typeof WriteMessage> = {
  ...{ sentence: 'Ngày sinh … chưa hợp lệ…', code: 'E_FORMAT', field: 'SinhNgay', message: 'Xem lại ngày sinh …' },
  ...{ validFrom: '2026-11-01', withdrawn: false, reason: 'Bộ đổi lời' },
}
const manager = async () => (await someone(await unitOf(), 'integrationAdmin')).actor

/** A person whose newest version the ministry refused in these words. */
async function refusedWith(raw: string) {
  const who = await aPerson(await aUnit())
  const { id } = await approved(who)
  const errors = [{ code: 'E_UNMAPPED', field: null, message: `Bộ trả lời: ${raw}`, raw }]
  await db.delivery.update({ where: { id }, data: { state: 'refused', errors, settledAt: new Date() } })
  return { who, id }
}

const errorOf = async (id: bigint) =>
  ((await db.delivery.findUniqueOrThrow({ where: { id } })).errors as Record<string, string>[])[0]

test('R108: an unknown answer becomes a row, and everybody refused by it is read anew at once', async () => {
  const actor = await manager()
  const [one, two] = [await refusedWith(HEARD), await refusedWith(HEARD)]
  expect((await messagesPage(actor)).unknown).toMatchObject([{ raw: HEARD, records: 2 }])
  expect(await writeMessage(call(actor, { ...ROW, heard: HEARD }))).toBe(2)
  for (const { id } of [one, two]) {
    expect(await errorOf(id)).toMatchObject({
      ...{ code: 'E_FORMAT', field: 'SinhNgay', message: 'Xem lại ngày sinh 31/02/1990', fieldCode: 'date_of_birth' },
      ...{ section: 'identity', raw: HEARD },
    })
  }
  expect((await messagesPage(actor)).unknown).toEqual([])
  expect(await db.auditEvent.findMany({ where: { action: 'message.written' } })).toMatchObject([
    { actorId: actor.userId, detail: { reread: 2, reason: 'Bộ đổi lời' } },
  ])
})

test('what a row says must fit what was heard, name a field that is sent, and leave words that tell it apart', async () => {
  const actor = await manager()
  const refusal = (input: Partial<typeof ROW>) =>
    writeMessage(call(actor, { ...ROW, ...input })).then(
      () => null,
      ({ fields }) => Object.keys(fields),
    )
  expect(await refusal({ heard: 'Một câu khác', field: 'KhongCo' })).toEqual(['sentence', 'field'])
  expect(await refusal({ sentence: '… …', field: '' })).toEqual(['sentence'])
  expect(await refusal({ sentence: 'a…b…c…d…e f g h', field: '' })).toEqual(['sentence'])
})

test('rows are kept for good, and only who looks after the exchange writes or reads them', async () => {
  await expect(db.nationalMessage.deleteMany()).rejects.toThrow()
  for (const role of ['recordsOfficer', 'unitHead'] as const) {
    const { actor } = await someone(await unitOf(), role)
    await expect(messagesPage(actor)).rejects.toMatchObject({ code: 'notFound' })
  }
  for (const role of ['provinceAdmin', 'homeAffairsOfficer'] as const) {
    const { actor } = await someone(await unitOf(), role)
    expect((await messagesPage(actor)).mayManage).toBe(false)
    await expect(writeMessage(call(actor, { ...ROW, field: '' }))).rejects.toMatchObject({ code: 'notFound' })
  }
})

test('R108: a refusal stands at its field until somebody writes something else there', async () => {
  const who = await aPerson(await aUnit())
  await post(`${simulator.url}/__sim/faults`, { kind: 'reject', field: 'DanToc', times: 1 })
  const { revisionId } = await approved(who, 'Dạy học', ({ identity }) => Object.assign(identity, { ethnicity: '01' }))
  await workUntilQuiet(simulator)
  const { data } = await db.revision.findUniqueOrThrow({ where: { id: revisionId } })
  const draft = completed(data)
  expect(await refusalFindings({ id: who.recordId, draft })).toMatchObject([
    {
      place: { section: 'identity', code: 'ethnicity' },
      severity: 'warning',
      sentence: expect.stringContaining('danh mục'),
    },
  ])
  const mended = { ...draft, identity: { ...draft.identity, ethnicity: '02' } } as RecordData
  expect(await refusalFindings({ id: who.recordId, draft: mended })).toEqual([])
})

test('R108: the table read by the worker is the one of that day', async () => {
  const actor = await manager()
  await writeMessage(
    call(actor, {
      ...ROW,
      sentence: 'Mã tôn giáo không đúng…',
      code: 'E_CATALOG',
      field: '',
      message: 'Hỏi lại tôn giáo.',
    }),
  )
  const who: Somebody = await aPerson(await aUnit())
  await post(`${simulator.url}/__sim/faults`, { kind: 'reject', field: 'TonGiao', times: 1 })
  const { id } = await approved(who)
  await workUntilQuiet(simulator)
  expect(await errorOf(id)).toMatchObject({ code: 'E_CATALOG', message: 'Hỏi lại tôn giáo.' })
})
