import { expect, test } from 'vitest'
import type { Operation } from '@/lib/domain/organisation/operation'
import { transact } from '@/lib/server/call'
import { db } from '@/lib/server/db'
import { rehearseOperation } from '@/lib/server/organisation/rehearse-operation'
import { runOperation } from '@/lib/server/organisation/run-operation'
import { settleToday } from '@/lib/server/organisation/settle-today'
import { undoOperation } from '@/lib/server/organisation/undo-operation'
import { grantRole } from '@/lib/server/people/roles'
import { anActor, aPerson, as, FOUNDER, type TestUnit, unit } from './small-province'

const day = '2025-07-01'
const basis = 'NQ 1663/NQ-UBTVQH15'
const NO_CODES = { agencyCode: null, legacyCode: null, nationalCode: null }

const dt = await unit('dt', 'UBND tỉnh Đồng Tháp', 'UBND_TINH', null, 'H20', '2004-01-01')
const snv = await unit('snv', 'Sở Nội vụ', 'CQCM_TINH', dt, 'H20.11', '2004-01-01')
const district = await unit('h-tan-hong', 'UBND huyện Tân Hồng', 'UBND_HUYEN', dt, 'H20.36', '2004-01-01')
const school = await unit('thcs', 'Trường THCS Tân Hồng', 'DVSN_HUYEN', district, 'H20.36.05', '2004-01-01')
const communes = [
  await unit('tt-sa-rai', 'UBND thị trấn Sa Rài', 'UBND_XA', district, 'H20.36.11', '2004-01-01'),
  await unit('x-binh-phu', 'UBND xã Bình Phú', 'UBND_XA', district, 'H20.36.12', '2004-01-01'),
]
const people: Record<string, string[]> = {}
for (const where of [district, school, ...communes]) {
  people[where.id] = [(await aPerson(where)).personId, (await aPerson(where)).personId]
}

const merge: Operation = {
  ...{ kind: 'merge', day, basis, unitIds: communes.map(({ id }) => id) },
  into: {
    unit: {
      code: 'x-tan-hong',
      name: 'UBND xã Tân Hồng',
      typeCode: 'UBND_XA',
      parentId: dt.id,
      ...NO_CODES,
      agencyCode: 'H20.61',
    },
  },
}
const run = async (operation: Operation) => {
  const { digest, blocks } = await as(FOUNDER)(rehearseOperation, operation)
  expect(blocks).toEqual([])
  return as(FOUNDER)(runOperation, { operation, digest })
}
const undo = (operationId: string) => as(FOUNDER)(undoOperation, { operationId })
const end = (commune: string): Operation => ({
  ...{ kind: 'split', day, basis, unitId: district.id, closes: true },
  shares: [
    { into: { unitId: commune }, personIds: [people[district.id]![0]!], unitIds: [school.id] },
    { into: { unitId: snv.id }, personIds: [people[district.id]![1]!], unitIds: [] },
  ],
})
const unitOf = async (personId: string) =>
  (await db.person.findUniqueOrThrow({ where: { id: personId }, select: { unit: { select: { code: true } } } })).unit
    .code
const placeInRecord = async (personId: string) => {
  const { draft } = await db.record.findUniqueOrThrow({ where: { personId } })
  const { employing_unit, managing_authority } = (draft as { agency: Record<string, { code: string; name: string }> })
    .agency
  return [employing_unit, managing_authority]
}
/** Everything the reform touches, as plain rows. */
const world = async () => ({
  units: await db.unit.findMany({ orderBy: { code: 'asc' }, omit: { createdAt: true } }),
  versions: await db.unitVersion.findMany({ orderBy: { id: 'asc' } }),
  postings: await db.posting.findMany({ orderBy: { id: 'asc' } }),
  grants: await db.roleGrant.findMany({ orderBy: { id: 'asc' } }),
  people: await db.person.findMany({ orderBy: { id: 'asc' }, select: { id: true, unitId: true } }),
  links: await db.unitLink.count(),
  drafts: await Promise.all(Object.values(people).flat().map(placeInRecord)),
})

test('R3: the reform is rehearsed, run, undone and run again; each time the same world', async () => {
  const before = await world()
  const first = await run(merge)
  const commune = first.founded[0]!
  const second = await run(end(commune))
  expect(await unitOf(people[communes[0]!.id]![0]!)).toBe('x-tan-hong')
  expect(await unitOf(people[district.id]![1]!)).toBe('snv')
  expect(await placeInRecord(people[communes[1]!.id]![0]!)).toEqual([
    { code: 'H20.61', name: 'UBND xã Tân Hồng' },
    { code: 'H20.61', name: 'UBND xã Tân Hồng' },
  ])
  expect((await placeInRecord(people[school.id]![0]!))[1]).toEqual({ code: 'H20.61', name: 'UBND xã Tân Hồng' })
  const standing = await db.unit.findMany({
    select: { code: true, path: true, isOpen: true },
    orderBy: { path: 'asc' },
  })
  expect(standing.filter(({ isOpen }) => isOpen).map(({ path }) => path)).toEqual([
    '/dt/',
    '/dt/snv/',
    '/dt/x-tan-hong/',
    '/dt/x-tan-hong/thcs/',
  ])
  expect(standing.find(({ code }) => code === 'x-binh-phu')?.path).toBe('/dt/x-tan-hong/x-binh-phu/')

  await undo(second.operationId)
  await undo(first.operationId)
  expect(await world()).toEqual(before)

  const again = await run(merge)
  await run(end(again.founded[0]!))
  expect(await unitOf(people[district.id]![0]!)).toBe('x-tan-hong')
  expect(await db.unitOperation.count({ where: { kind: 'undo' } })).toBe(2)
  const trace = await db.auditEvent.findMany({ where: { action: { in: ['unit.operated', 'unit.operationUndone'] } } })
  expect(trace).toHaveLength(6)
})

test('the history of a record tells that its unit changed, and by whom', async () => {
  const { id } = await db.record.findUniqueOrThrow({ where: { personId: people[district.id]![1]! } })
  const trail = await db.draftChange.findMany({ where: { recordId: id } })
  expect(trail[0]).toMatchObject({ section: 'agency', byName: FOUNDER.personName })
  expect(trail[0]?.changes).toContainEqual(
    expect.objectContaining({
      code: 'employing_unit',
      row: null,
      before: { code: 'H20.36', name: 'UBND huyện Tân Hồng' },
    }),
  )
})

test('a commune merged away cannot be undone once something refers to it; the page says what', async () => {
  const merged = await db.unitOperation.findFirstOrThrow({ where: { kind: 'merge', undoneBy: null } })
  await expect(undo(merged.id)).rejects.toMatchObject({
    code: 'operationReferred',
    details: { what: expect.arrayContaining([expect.stringContaining('Việc sau: Chia UBND huyện Tân Hồng')]) },
  })
  const split = await db.unitOperation.findFirstOrThrow({ where: { kind: 'split', undoneBy: null } })
  await undo(split.id)
  await expect(undo(split.id)).rejects.toMatchObject({ code: 'operationUndone' })
  const commune = await db.unit.findUniqueOrThrow({ where: { code: 'x-tan-hong' } })
  const head = await anActor('person', { id: commune.id, path: commune.path, name: commune.name })
  await as(FOUNDER)(grantRole, {
    ...{ userId: head.userId, role: 'unitHead', unitId: commune.id, from: '2026-11-01', until: null, reason: 'QĐ 3' },
  })
  await expect(undo(merged.id)).rejects.toMatchObject({ code: 'operationReferred' })
})

test('what changed between rehearsal and run is told, and nothing is done', async () => {
  const close = { kind: 'close', day: '2026-11-01', basis, unitId: school.id, peopleTo: snv.id } as const
  const { digest } = await as(FOUNDER)(rehearseOperation, close)
  await aPerson(school)
  await expect(as(FOUNDER)(runOperation, { operation: close, digest })).rejects.toMatchObject({
    code: 'rehearsalChanged',
  })
  expect((await db.unit.findUniqueOrThrow({ where: { id: school.id } })).isOpen).toBe(true)
})

test('R31: nobody founds, moves or reads beyond their subtree', async () => {
  const administrator = await anActor('unitAdmin', snv)
  const found = {
    kind: 'create',
    day,
    basis,
    unit: { code: 'lau', name: 'Lậu', typeCode: 'DVSN_NGANH', parentId: snv.id, ...NO_CODES },
  } as const
  await expect(as(administrator)(rehearseOperation, found)).rejects.toMatchObject({ code: 'notFound' })
  await expect(as(administrator)(rehearseOperation, merge)).rejects.toMatchObject({ code: 'notFound' })
})

test('bad input: under its own child, closed with people, a code given twice', async () => {
  const blocks = async (operation: Operation) =>
    (await as(FOUNDER)(rehearseOperation, operation)).blocks.map(({ code }) => code)
  const { id: sgd } = await unit('sgd', 'Sở Giáo dục', 'CQCM_TINH', dt, 'H20.05', '2004-01-01')
  const thpt = await unit('thpt', 'Trường THPT', 'DVSN_NGANH', { id: sgd } as TestUnit, null, '2004-01-01')
  const at = { day: '2026-01-01', basis }
  expect(
    await blocks({ kind: 'move', ...at, unitId: sgd, parentId: thpt.id, typeCode: 'CQCM_TINH', agencyCode: null }),
  ).toEqual(['underItself'])
  await aPerson(thpt)
  expect(await blocks({ kind: 'close', ...at, unitId: thpt.id, peopleTo: null })).toEqual(['peopleLeft'])
  expect(
    await blocks({ kind: 'rename', ...at, unitId: thpt.id, name: 'Khác', ...NO_CODES, agencyCode: 'H20.11' }),
  ).toContain('agencyCodeTaken')
})

test('an operation dated ahead takes effect by itself on its day', async () => {
  const { id } = await db.unit.findUniqueOrThrow({ where: { code: 'thpt' } })
  await run({ kind: 'rename', day: '2027-01-01', basis, unitId: id, name: 'Trường THPT Mới', ...NO_CODES })
  expect((await db.unit.findUniqueOrThrow({ where: { id } })).name).toBe('Trường THPT')
  const worker = { userId: FOUNDER.userId, personName: 'Tiến trình nền' }
  await transact((tx) => settleToday(tx, '2027-01-01', worker, new Date('2027-01-01T00:00:10+07:00')))
  expect((await db.unit.findUniqueOrThrow({ where: { id } })).name).toBe('Trường THPT Mới')
  const settled = await transact((tx) => settleToday(tx, '2027-01-01', worker, new Date('2027-01-01T00:01:10+07:00')))
  expect(settled).toEqual({ units: 0, people: 0, records: 0 })
})
