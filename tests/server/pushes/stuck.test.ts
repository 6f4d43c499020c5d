import { beforeAll, describe, expect, test } from 'vitest'
import type { WaitOn } from '@/lib/domain/exchange/waits'
import { cursorText } from '@/lib/domain/lists/list-cursor'
import { readAsk } from '@/lib/domain/lists/list-spec'
import { STUCK_LIST } from '@/lib/domain/lists/stuck-list-spec'
import type { Actor } from '@/lib/domain/policy'
import { db } from '@/lib/server/db'
import { enqueueDeliveries } from '@/lib/server/pushes/enqueue'
import { STUCK_COLUMNS, stuckList } from '@/lib/server/pushes/stuck-list'
import { readRecord } from '@/lib/server/records/load'
import { sendingOf } from '@/lib/server/records/sending'
import { aBatchOf } from '../../support/an-approval'
import { aSubmission, aUnit, NOW, someone } from '../../support/builders'

const minutesAgo = (minutes: number) => new Date(NOW.getTime() - minutes * 60_000)
const asked = (query: Record<string, string> = {}) => readAsk(STUCK_LIST, query)

let unit: Awaited<ReturnType<typeof aUnit>>
let officer: Actor
let province: Actor
const people: Record<string, Awaited<ReturnType<typeof someone>>> = {}

/** Somebody whose newest version is approved and on its way, as this delivery says. */
async function sent(delivery: object) {
  const person = await someone(unit)
  const { revision } = await aSubmission(person.recordId, 'approved')
  await aBatchOf(unit, revision, '2026-11-26T09:00:00+07:00')
  await db.$transaction((tx) => enqueueDeliveries(tx, [revision.id], minutesAgo(30)))
  await db.delivery.update({ where: { revisionId: revision.id }, data: delivery })
  return person
}

const error = (code: string) => [
  {
    code,
    field: 'DanToc',
    message: 'Chọn lại.',
    raw: 'x',
    label: 'Dân tộc',
    section: 'identity',
    fieldCode: 'ethnicity',
  },
]

beforeAll(async () => {
  unit = await aUnit()
  officer = (await someone(unit, 'recordsOfficer')).actor
  province = (await someone(await aUnit(), 'provinceAdmin')).actor
  for (const state of ['submitted', 'returned', 'checked'] as const) {
    people[state] = await someone(unit)
    await aSubmission(people[state].recordId, state)
  }
  people.refused = await sent({ state: 'refused', errors: error('E_CATALOG'), settledAt: minutesAgo(10) })
  people.refusedUnknown = await sent({ state: 'refused', errors: error('E_UNMAPPED'), settledAt: minutesAgo(10) })
  people.heldUnit = await sent({ state: 'held', reasonCode: 'preflightFailed', errors: error('E_FORMAT') })
  people.heldCode = await sent({ state: 'held', reasonCode: 'unitWithoutAgencyCode' })
  people.parked = await sent({ state: 'parked', reasonCode: 'noAnswer', settledAt: minutesAgo(5) })
  people.slow = await sent({ state: 'waiting', createdAt: minutesAgo(120) })
  people.quick = await sent({ state: 'waiting' })
  people.taken = await sent({ state: 'accepted', settledAt: minutesAgo(5) })
})

describe('“Đang kẹt”', () => {
  const EXPECTED: Record<string, WaitOn> = {
    ...{
      submitted: 'officer',
      returned: 'person',
      checked: 'approver',
      refused: 'unit',
      refusedUnknown: 'integration',
    },
    ...{ heldUnit: 'unit', heldCode: 'homeAffairs', parked: 'integration', slow: 'ministry' },
  }

  test('everything that waits on somebody, with on whom, and nothing that moves or has arrived', async () => {
    const { rows, total } = await stuckList(officer, asked(), NOW)
    const on = Object.fromEntries(
      Object.entries(people).flatMap(([name, { recordId }]) => {
        const row = rows.find((one) => one.recordId === recordId)
        return row ? [[name, row.on]] : []
      }),
    )
    expect(on).toEqual(EXPECTED)
    expect(total).toBe(rows.length)
    expect(rows.map(({ since }) => since.getTime())).toEqual(
      rows.map(({ since }) => since.getTime()).toSorted((a, b) => a - b),
    )
  })

  test('filters count what they list; pages go on by key', async () => {
    for (const on of new Set(Object.values(EXPECTED))) {
      const { rows, total } = await stuckList(officer, asked({ on }), NOW)
      expect(rows.every((row) => row.on === on)).toBe(true)
      expect(total).toBe(Object.values(EXPECTED).filter((one) => one === on).length)
    }
    const all = (await stuckList(officer, asked({ sort: 'name' }), NOW)).rows.map(({ key }) => key)
    const first = await stuckList(officer, { ...asked({ sort: 'name' }), size: 4 }, NOW)
    const second = await stuckList(
      officer,
      { ...asked({ sort: 'name', after: cursorText(first.next!) }), size: 4 },
      NOW,
    )
    expect([...first.rows, ...second.rows].map(({ key }) => key)).toEqual(all.slice(0, 8))
  })

  test('only of one’s own units; the province sees all', async () => {
    const stranger = (await someone(await aUnit(), 'recordsOfficer', 'unitHead')).actor
    expect((await stuckList(stranger, asked(), NOW)).total).toBe(0)
    expect((await stuckList(stranger, asked({ unit: unit.id }), NOW)).total).toBe(0)
    expect((await stuckList(province, asked({ unit: unit.id }), NOW)).total).toBe(Object.keys(EXPECTED).length)
    const nobody = (await someone(unit)).actor
    await expect(stuckList(nobody, asked(), NOW)).rejects.toMatchObject({ code: 'notFound' })
  })

  test('each row says in words what a workbook of it says', async () => {
    const { rows } = await stuckList(officer, asked({ on: 'homeAffairs' }), NOW)
    expect(STUCK_COLUMNS.map(({ of }) => of(rows[0]!))).toEqual(
      expect.arrayContaining(['Đã duyệt, giữ lại chưa gửi', 'Sở Nội vụ', 'Đơn vị chưa có mã định danh']),
    )
  })
})

describe('a record’s way to the ministry', () => {
  const sendingFor = async (actor: Actor, who: string) => {
    const record = await readRecord(db, actor, people[who]!.recordId)
    return sendingOf(actor, record, NOW)
  }

  test('the officer sees times, clocks and the field that was refused; the person too, without the way to attempts', async () => {
    const seen = await sendingFor(officer, 'refused')
    expect(seen).toMatchObject({
      ...{ state: 'refused', version: 1, id: expect.stringMatching(/^\d+$/) },
      approvedAt: new Date('2026-11-26T09:00:00+07:00'),
      fields: { shown: [{ key: 'identity.ethnicity', state: 'refused', why: 'Chọn lại.' }] },
    })
    expect(seen?.clocks.map(({ level }) => level)).toEqual(['done', 'soon', 'ample'])
    expect(await sendingFor(people.refused!.actor, 'refused')).toMatchObject({ id: null, state: 'refused' })
  })

  test('who neither is the person nor deals with deliveries there is told nothing', async () => {
    const { actor } = await someone(unit, 'partyBody')
    const record = await readRecord(db, officer, people.refused!.recordId)
    expect(await sendingOf(actor, record, NOW)).toBeNull()
  })
})
