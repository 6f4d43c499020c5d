import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { DELIVERY_STATES } from '@/lib/domain/delivery-words'
import { DELIVERY_LIST } from '@/lib/domain/lists/delivery-list-spec'
import { cursorText } from '@/lib/domain/lists/list-cursor'
import { readAsk } from '@/lib/domain/lists/list-spec'
import { readComplaint } from '@/lib/domain/national-errors'
import type { Actor, Role } from '@/lib/domain/policy'
import { transact } from '@/lib/server/call'
import { db } from '@/lib/server/db'
import { deliveryList } from '@/lib/server/pushes/delivery-list'
import { deliveryPage } from '@/lib/server/pushes/delivery-page'
import { pushFigures } from '@/lib/server/pushes/push-figures'
import { resend } from '@/lib/server/pushes/resend'
import { aPerson, approved, aUnit, type Somebody, statesOf } from './an-outbox'

type Unit = Awaited<ReturnType<typeof aUnit>>
const anActor = (role: Role, unit: Unit): Actor => ({
  userId: randomUUID(),
  personId: null,
  personName: 'Trương Thế Vinh',
  sessionId: randomUUID(),
  today: '2026-11-27',
  grants: [{ role, unitId: unit.id, unitPath: unit.path, unitName: unit.name, from: '2026-01-01', until: null }],
})
const listed = (actor: Actor, query: Record<string, string>) => deliveryList(actor, readAsk(DELIVERY_LIST, query))
const refusal = [
  {
    ...(readComplaint('Mã dân tộc không đúng với danh mục!') as object),
    item: '6',
    label: 'Dân tộc',
    section: 'identity',
    fieldCode: 'ethnicity',
  },
]

let school: Unit
let office: Unit
let province: Actor
let refused: Somebody
const people: Somebody[] = []

beforeAll(async () => {
  school = await aUnit()
  office = await aUnit(null)
  province = anActor('provinceAdmin', await aUnit())
  for (let index = 0; index < 25; index++) people.push(await aPerson(school))
  for (const who of people) await approved(who, 'x', (data) => Object.assign(data.identity, { ethnicity: '77' }))
  await approved(await aPerson(office))
  await db.delivery.updateMany({
    where: { recordId: { in: people.slice(0, 21).map((who) => who.recordId) } },
    data: { state: 'accepted' },
  })
  refused = people[22]!
  await db.delivery.updateMany({
    where: { recordId: { in: [people[21]!.recordId, refused.recordId] } },
    data: { state: 'refused', errors: refusal, attempts: 1, settledAt: new Date() },
  })
})
afterAll(() => db.delivery.updateMany({ data: { state: 'parked' } }))

const deliveryOf = (who: Somebody) =>
  db.delivery.findFirstOrThrow({ where: { recordId: who.recordId }, orderBy: { version: 'desc' } })

describe('the list', () => {
  test('each figure is the length of the list it leads to, page by page', async () => {
    const { counts, causes } = await pushFigures(province, null)
    for (const state of DELIVERY_STATES) {
      const { total, rows } = await listed(province, { state, size: '20' })
      expect(total).toBe(counts[state])
      expect(rows).toHaveLength(Math.min(total, 20))
    }
    const { next } = await listed(province, { state: 'accepted', size: '20' })
    const { rows, first } = await listed(province, { state: 'accepted', size: '20', after: cursorText(next!) })
    expect([rows.length, first]).toEqual([1, 21])
    expect(causes).toMatchObject([
      { key: 'E_CATALOG:DanToc', item: '6', label: 'Dân tộc', records: 2, units: 1 },
      { key: 'unitWithoutAgencyCode', records: 1, units: 1 },
    ])
    for (const { key, records } of causes) {
      const { total } = await listed(province, { cause: key })
      const { resendable } = await pushFigures(province, key)
      expect([total, resendable]).toEqual([records, records])
    }
  })

  test('stands in the order of any column, and every row once', async () => {
    const all = (await listed(province, {})).rows.map(({ id }) => id)
    for (const sort of DELIVERY_LIST.sorts.flatMap((by) => [by, `-${by}`])) {
      const seen: string[] = []
      for (let query: Record<string, string> | null = { sort, size: '20' }; query; ) {
        const { rows, next } = await listed(province, query)
        seen.push(...rows.map(({ id }) => id))
        query = next && { sort, size: '20', after: cursorText(next) }
      }
      expect(seen.toSorted()).toEqual(all.toSorted())
    }
    const { rows } = await listed(province, { sort: '-attempts' })
    expect(rows.slice(0, 3).map(({ attempts }) => attempts)).toEqual([1, 1, 0])
  })

  test('a unit sees its own people, and sends nothing again', async () => {
    const officer = anActor('unitAdmin', office)
    const { counts, resendable } = await pushFigures(officer, 'unitWithoutAgencyCode')
    expect(Object.values(counts).reduce((sum, count) => sum + count, 0)).toBe(1)
    expect(resendable).toBe(0)
    expect((await listed(officer, {})).total).toBe(1)
    expect((await listed(officer, { unit: school.id })).total).toBe(0)
  })

  test.each<Role>(['person', 'auditor', 'sealKeeper'])('%s sees no list', async (role) => {
    await expect(listed(anActor(role, school), {})).rejects.toMatchObject({ code: 'notFound' })
    await expect(pushFigures(anActor(role, school), null)).rejects.toMatchObject({ code: 'notFound' })
  })
})

describe('one delivery', () => {
  test('leads from the complaint to the field, what it says and what was sent', async () => {
    const { id } = await deliveryOf(refused)
    await db.deliveryAttempt.create({
      data: {
        deliveryId: id,
        number: 1,
        action: 'ADD',
        outcome: 'refused',
        httpStatus: 200,
        answer: '{"err_code":1}',
        startedAt: new Date(),
        endedAt: new Date(),
      },
    })
    const page = await deliveryPage(province, String(id))
    expect(page).toMatchObject({ state: 'refused', mayResend: true, tries: [{ answer: '{"err_code":1}' }] })
    expect(page.errors).toMatchObject([{ item: '6', label: 'Dân tộc', given: { sent: '••••' } }])
    // Whose work the record is sees what it says; whoever keeps the system does not.
    expect(await deliveryPage(anActor('recordsOfficer', school), String(id))).toMatchObject({
      errors: [{ given: { sent: '77' } }],
      mayResend: false,
      tries: [{ answer: null }],
    })
  })

  test('of another unit, or none, does not exist', async () => {
    const { id } = await deliveryOf(refused)
    for (const wanted of [String(id), '999999999', 'x', '1 OR 1=1'])
      await expect(deliveryPage(anActor('unitHead', office), wanted)).rejects.toMatchObject({ code: 'notFound' })
  })
})

describe('sending again', () => {
  const call = (actor: Actor, input: { id?: string; cause?: string; reason: string }) =>
    resend({ transact, actor, input, now: new Date() })

  test('asks for a reason', async () => {
    const { id } = await deliveryOf(refused)
    await expect(call(province, { id: String(id), reason: '' })).rejects.toMatchObject({ code: 'reasonMissing' })
    expect(await statesOf(refused)).toEqual(['refused'])
  })

  test('is nothing for a unit', async () => {
    const { id } = await deliveryOf(refused)
    await expect(call(anActor('unitAdmin', school), { id: String(id), reason: 'thử' })).rejects.toMatchObject({
      code: 'deliveryNotResendable',
    })
  })

  test('takes all of a cause, and keeps who, when and why of each', async () => {
    expect(await call(province, { cause: 'E_CATALOG:DanToc', reason: 'Bộ đã sửa danh mục' })).toBe(2)
    expect(await deliveryOf(refused)).toMatchObject({ state: 'waiting', attempts: 0, errors: [] })
    const traces = await db.auditEvent.findMany({ where: { action: 'delivery.resent' } })
    expect(traces.map(({ detail, actorName }) => ({ detail, actorName }))).toEqual(
      Array(2).fill({ detail: { reason: 'Bộ đã sửa danh mục' }, actorName: 'Trương Thế Vinh' }),
    )
  })

  test('is not for what waits, was accepted, or has a newer version', async () => {
    const accepted = await deliveryOf(people[0]!)
    await expect(call(province, { id: String(accepted.id), reason: 'thử' })).rejects.toMatchObject({
      code: 'deliveryNotResendable',
    })
    const older = await deliveryOf(refused)
    await approved(refused)
    await db.delivery.update({ where: { id: older.id }, data: { state: 'refused' } })
    await expect(call(province, { id: String(older.id), reason: 'thử' })).rejects.toMatchObject({
      code: 'deliveryNotResendable',
    })
  })
})
