import fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import { PEOPLE_LIST } from '@/lib/domain/lists/people-list-spec'
import { PEOPLE_STAGES, PERSON_STATES, type PeopleStage, STAGE_OF_STATE } from '@/lib/domain/people-stages'
import { type Actor, can, PERMISSIONS, ROLES } from '@/lib/domain/policy'
import { db } from '@/lib/server/db'
import { overview } from '@/lib/server/overview/overview'
import { PEOPLE, stageIs } from '@/lib/server/overview/stages'
import { peopleList } from '@/lib/server/people/people-list'
import { peopleWithin, sqlWithin } from '@/lib/server/within'
import type { DeliveryState } from '@/prisma/generated/client'
import { ask } from '../support/ask'
import { aSubmission } from '../support/builders'
import { anActor, aPerson, aSmallProvince, FOUNDER, NOW } from './small-province'

vi.setConfig({ testTimeout: 60_000 })

const province = await aSmallProvince()
/** Everybody on one page, however many the tests have made. */
const listed = (actor: Actor, query = '') => peopleList(actor, { ...ask(PEOPLE_LIST, query), size: 200 })

/** Everybody the province could have, at least one in each stage, in every unit. */
for (const where of [province.dt, province.sgddt, province.school, province.syt]) {
  await aPerson(where)
  const { recordId: full } = await aPerson(where)
  await db.record.update({ where: { id: full }, data: { missing: 0 } })
  for (const state of ['submitted', 'returned', 'checked', 'frozen', 'superseded'] as const) {
    const { recordId } = await aPerson(where)
    await aSubmission(recordId, state)
  }
  for (const state of ['waiting', 'sending', 'accepted', 'refused', 'parked', 'excluded', 'held'] as const) {
    await approved(where, state)
  }
  const again = await approved(where, 'accepted')
  await aSubmission(again, 'submitted')
}

async function approved(where: { id: string; path: string; name: string }, state: DeliveryState) {
  const { recordId } = await aPerson(where)
  const { revision } = await aSubmission(recordId, 'approved')
  const { version } = revision
  await db.delivery.create({
    data: { recordId, revisionId: revision.id, version, personKey: recordId, unitId: where.id, state, createdAt: NOW },
  })
  return recordId
}

test('every figure of the province is the length of the list behind it', async () => {
  const { rows, sum, focus } = await overview(FOUNDER, null)
  expect(focus?.name).toBe('UBND tỉnh Đồng Tháp')
  expect(rows.map(({ unit, own }) => [unit.name, own])).toEqual([
    ['UBND tỉnh Đồng Tháp', true],
    ['Sở Giáo dục và Đào tạo', false],
    ['Sở Y tế', false],
  ])
  for (const { unit, own, counts } of rows) {
    for (const [stage, figure] of Object.entries(counts) as [PeopleStage, number][]) {
      const { total, rows } = await listed(FOUNDER, `stage=${stage}&unit=${unit.id}${own ? '&own=1' : ''}`)
      expect([unit.name, stage, total, rows.length]).toEqual([unit.name, stage, figure, figure])
      expect([stage, figure > 0]).toEqual([stage, true])
    }
  }
  const everybody = await db.person.count()
  expect(sum.people).toBe(everybody)
  expect((await listed(FOUNDER)).total).toBe(everybody)
  expect(sum.sent).toBe(rows.reduce((of, { counts }) => of + counts.sent, 0))
})

test('everybody stands somewhere, and nobody in two places', async () => {
  const { sum } = await overview(FOUNDER, null)
  const standing = PERSON_STATES.map((state) => sum[STAGE_OF_STATE[state]])
  expect(standing.reduce((all, one) => all + one, 0)).toBe(sum.people)
})

test('below a unit stand its children; at a leaf, its own people', async () => {
  const { rows } = await overview(FOUNDER, province.sgddt.id)
  expect(rows.map(({ unit, own }) => [unit.name, own])).toEqual([
    ['Sở Giáo dục và Đào tạo', true],
    ['Trường THPT Sa Đéc', false],
  ])
  const leaf = await overview(FOUNDER, province.school.id)
  expect(leaf.rows.map(({ own }) => own)).toEqual([true])
  expect(leaf.sum).toEqual(rows[1]?.counts)
})

test('a head sees the figures of the unit and nothing beside it', async () => {
  const head = await anActor('unitHead', province.sgddt)
  const { focus, rows } = await overview(head, null)
  expect(focus?.id).toBe(province.sgddt.id)
  expect(rows.map(({ unit }) => unit.name)).toEqual(['Sở Giáo dục và Đào tạo', 'Trường THPT Sa Đéc'])
  await expect(overview(head, province.syt.id)).rejects.toMatchObject({ code: 'notFound' })
})

test('a leader of the province sees figures without the names behind them', async () => {
  const leader = await anActor('provincialLeader', province.dt)
  const { linked, sum } = await overview(leader, null)
  expect([linked, sum.people]).toEqual([false, await db.person.count()])
  const { rows } = await listed(leader)
  expect(rows.map(({ personId }) => personId)).toEqual([leader.personId])
  await expect(overview(await anActor('person', province.dt), null)).rejects.toMatchObject({ code: 'notFound' })
})

test('the stages a record passes add up: everybody wears one chip', async () => {
  const { rows } = await listed(FOUNDER, `unit=${province.school.id}`)
  const wearing = (state: string) => rows.filter((row) => row.state === state).length
  expect(PERSON_STATES.map((state) => [state, wearing(state)])).toEqual([
    ['draft', 3],
    ['submitted', 2],
    ['returned', 1],
    ['checked', 2],
    ['approved', 4],
    ['synced', 1],
    ['error', 2],
  ])
})

test('a name is found without accents and in any order, a citizen id by a part of it', async () => {
  await aPerson(province.syt, { fullName: 'Kim Thị Sa Rươne', citizenId: '087199123456' })
  const find = async (search: string) =>
    (await listed(FOUNDER, `${new URLSearchParams({ q: search })}`)).rows.map(({ name }) => name)
  for (const search of ['ruone', 'RƯƠNE kim', 'sa kim', '199 1234', '087199123456']) {
    expect([search, await find(search)]).toEqual([search, ['Kim Thị Sa Rươne']])
  }
  for (const search of ['uone', '%', '0871991234567', 'ruone x']) {
    expect([search, await find(search)]).toEqual([search, search === '%' ? expect.anything() : []])
  }
})

test('in the database too, a list shows exactly whom the policy allows', async () => {
  const people = await db.person.findMany({ select: { id: true, unit: { select: { path: true } } } })
  const path = fc.constantFrom('/dt/', '/dt/sgddt/', '/dt/sgddt/thpt-sa-dec/', '/dt/syt/', '/dt/sg/', '/')
  const grant = fc.record({
    role: fc.constantFrom(...ROLES),
    unitId: fc.constant('u'),
    unitPath: path,
    unitName: fc.constant('Đơn vị'),
    from: fc.constantFrom('2026-01-01', '2026-12-01'),
    until: fc.constantFrom(null, '2026-11-26', '2026-11-27'),
  })
  const someActor: fc.Arbitrary<Actor> = fc.record({
    userId: fc.constant('u'),
    personId: fc.constantFrom(null, ...people.slice(0, 3).map(({ id }) => id)),
    personName: fc.constant('A'),
    sessionId: fc.constant('s'),
    today: fc.constant('2026-11-27'),
    grants: fc.array(grant, { maxLength: 3 }),
  })
  await fc.assert(
    fc.asyncProperty(someActor, fc.constantFrom(...PERMISSIONS), async (actor, permission) => {
      const allowed = people
        .filter(({ id, unit }) => can(actor, permission, { personId: id, unitPath: unit.path }))
        .map(({ id }) => id)
        .sort()
      const bySql = await db.$queryRaw<{ id: string }[]>`
        SELECT p.id FROM ${PEOPLE} WHERE ${sqlWithin(actor, permission)} AND ${stageIs('people', actor.today.slice(0, 7))} ORDER BY p.id`
      const byPrisma = await db.person.findMany({ where: peopleWithin(actor, permission), select: { id: true } })
      expect(bySql.map(({ id }) => id).sort()).toEqual(allowed)
      expect(byPrisma.map(({ id }) => id).sort()).toEqual(allowed)
    }),
    { numRuns: 60 },
  )
})

test.each(Object.keys(PEOPLE_STAGES) as PeopleStage[])('a list can be asked for the stage %s', async (stage) => {
  const found = db.$queryRaw`SELECT count(*)::int FROM ${PEOPLE} WHERE ${stageIs(stage, '2026-11')}`
  await expect(found).resolves.toHaveLength(1)
})
