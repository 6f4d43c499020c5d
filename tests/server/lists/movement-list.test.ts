import { expect, test } from 'vitest'
import { MOVEMENT_LIST, type MovementAsk } from '@/lib/domain/lists/movement-list-spec'
import type { Actor } from '@/lib/domain/policy'
import { db } from '@/lib/server/db'
import { MOVEMENT_COLUMNS, movementList } from '@/lib/server/movements/movement-list'
import { ask } from '../../support/ask'
import { anActor, aPerson, aSmallProvince, NOW } from '../small-province'

const province = await aSmallProvince()
const officer = await anActor('recordsOfficer', province.sgddt)
const an = await aPerson(province.school, { fullName: 'Bùi Văn Ân', citizenId: '087199123456' })
const ly = await aPerson(province.syt, { fullName: 'Lý Thị Ẵm' })

type Person = { personId: string }
let number = 0
const moved = async (person: Person, kind: string, day: string, more: object = {}) =>
  (
    await db.movement.create({
      data: {
        ...{ personId: person.personId, kind, day: new Date(day), decidedOn: new Date(day), basis: `${++number}/QĐ` },
        ...{ fromUnitId: province.school.id, byUserId: officer.userId, byName: 'Cán bộ', at: NOW, ...more },
      },
    })
  ).id
const inEffect = (movementId: string) => db.movementEffect.create({ data: { movementId, closed: false, at: NOW } })

const second = await moved(an, 'second', '2026-01-05')
await inEffect(second)
const gone = await moved(an, 'transferOut', '2026-02-01', { destination: 'Sở Nội vụ tỉnh An Giang' })
await inEffect(gone)
const waiting = await moved(an, 'retire', '2027-01-01')
const left = await moved(an, 'leave', '2026-03-01')
await moved(an, 'undo', '2026-03-02', { undoesId: left })
const elsewhere = await moved(ly, 'retire', '2026-04-01', { fromUnitId: province.syt.id })

const list = (query = '', actor: Actor = officer) => movementList(actor, ask(MOVEMENT_LIST, query))
const ids = async (query: string) => (await list(query)).rows.map(({ id }) => id)

test('the newest first, those of one’s own units, what takes another back not as a line of its own', async () => {
  expect(await ids('')).toEqual([left, waiting, gone, second])
  const everywhere = await list('', await anActor('provinceAdmin', province.dt))
  expect(everywhere.rows.map(({ id }) => id)).toContain(elsewhere)
  await expect(list('', await anActor('person', province.school))).rejects.toMatchObject({ code: 'notFound' })
})

test('who came to a unit stands in its list too', async () => {
  const coming = await moved(ly, 'transfer', '2026-05-01', {
    fromUnitId: province.syt.id,
    toUnitId: province.school.id,
  })
  expect(await ids(`unit=${province.school.id}&kind=transfer`)).toEqual([coming])
  expect(await ids(`unit=${province.syt.id}`)).toEqual([coming])
})

test.each([
  ['state=undone', [left]],
  ['state=waiting&kind=retire', [waiting]],
  ['state=unreported', [gone]],
  ['state=inEffect', [second]],
  ['month=02/2026', [gone]],
  ['q=van+an&kind=second', [second]],
  ['q=199123&kind=second', [second]],
  ['q=am&kind=retire', []],
])('%s', async (query, expected) => {
  expect(await ids(query)).toEqual(expected)
})

test.each(['written', '-written', 'day', '-day', 'person', '-decided'])(
  'page by page in the order %s nobody is twice or missing',
  async (sort) => {
    const all = await ids(`sort=${sort}`)
    const walked: string[] = []
    let page: MovementAsk | null = { ...ask(MOVEMENT_LIST, `sort=${sort}`), size: 2 }
    while (page) {
      const { rows, next } = await movementList(officer, page)
      walked.push(...rows.map(({ id }) => id))
      page = next && { ...page, cursor: next }
    }
    expect(walked).toEqual(all)
    expect(new Set(walked).size).toBe(all.length)
  },
)

test('the workbook says what the screen says', async () => {
  const { rows } = await list('state=unreported')
  expect(MOVEMENT_COLUMNS.map(({ of }) => of(rows[0]!)).slice(0, 7)).toEqual([
    ...['Bùi Văn Ân', 'Chuyển ra ngoài tỉnh', '2026-02-01', `${province.school.name} → Sở Nội vụ tỉnh An Giang`],
    ...['2/QĐ', '2026-02-01', 'Chưa báo cáo Sở'],
  ])
})
