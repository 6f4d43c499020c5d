import { expect, test } from 'vitest'
import type { Operation } from '@/lib/domain/organisation/operation'
import { UNIT_TYPES } from '@/lib/domain/unit-tree'
import { transact } from '@/lib/server/call'
import { db } from '@/lib/server/db'
import { settleEachDay } from '@/lib/server/organisation/each-day'
import { importTree } from '@/lib/server/organisation/import-tree'
import { positionsOn, setPosition } from '@/lib/server/organisation/job-positions'
import { operationHistory, operationPage } from '@/lib/server/organisation/operation-history'
import { quotaPage, setQuota } from '@/lib/server/organisation/quotas'
import { rehearseOperation } from '@/lib/server/organisation/rehearse-operation'
import { runOperation } from '@/lib/server/organisation/run-operation'
import { settleToday } from '@/lib/server/organisation/settle-today'
import { treeOn } from '@/lib/server/organisation/tree-on'
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
  const head = await anActor('person', district)
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
  const settle = settleEachDay()
  await settle(new Date('2026-12-31T23:59:50+07:00'))
  expect((await db.unit.findUniqueOrThrow({ where: { id } })).name).toBe('Trường THPT')
  await settle(new Date('2027-01-01T00:00:10+07:00'))
  expect((await db.unit.findUniqueOrThrow({ where: { id } })).name).toBe('Trường THPT Mới')
  const again = { userId: FOUNDER.userId, personName: 'Tiến trình nền' }
  const settled = await transact((tx) => settleToday(tx, '2027-01-01', again, new Date('2027-01-01T00:01:10+07:00')))
  expect(settled).toEqual({ units: 0, people: 0, records: 0 })
})

test('R156: headcount is allotted per unit and year by a decision; being over is shown, in the tree and in a rehearsal', async () => {
  const office = await unit('vp', 'Văn phòng thử', 'VP_ATGT', dt, 'H20.77', '2004-01-01')
  for (const _ of [1, 2, 3]) await aPerson(office)
  const quota = { unitId: office.id, year: 2026, kind: 'assigned', count: 2, basis: 'QĐ 8/QĐ-UBND' } as const
  await as(FOUNDER)(setQuota, quota)
  expect(await quotaPage(office.id, '2026-11-27')).toEqual([
    { kind: 'assigned', used: 3, allotted: 2, basis: 'QĐ 8/QĐ-UBND' },
  ])
  const { rows } = await treeOn(FOUNDER, '2026-11-27', { search: 'van phong thu', skip: 0, take: 9 })
  expect(rows).toMatchObject([{ people: 3, over: 1 }])
  expect((await treeOn(FOUNDER, '2025-11-27', { search: 'van phong thu', skip: 0, take: 9 })).rows).toMatchObject([
    { over: 0 },
  ])
  const close = { kind: 'close', day: '2026-11-27', basis, unitId: school.id, peopleTo: office.id } as const
  const { warnings } = await as(FOUNDER)(rehearseOperation, close)
  expect(warnings.find(({ code }) => code === 'overQuota')?.sentence).toMatch(/^Văn phòng thử vượt \d người/)
  const stranger = await anActor('unitAdmin', office)
  await expect(as(stranger)(setQuota, quota)).rejects.toMatchObject({ code: 'notFound' })
})

test('R164, R3–R8: every type of unit has its clause; there is none of the army or the police', () => {
  const labels = UNIT_TYPES.map(({ label }) => label).join(' ')
  expect(labels).not.toMatch(/công an|quân sự|quốc phòng|biên phòng/i)
  for (const { basis: clause } of UNIT_TYPES) expect(clause).toMatch(/Quy chế, Điều|Luật/)
  const codes = UNIT_TYPES.map(({ code }) => code)
  expect(codes).toEqual(
    expect.arrayContaining(['UBND_TINH', 'UBND_HUYEN', 'UBND_XA', 'CQCM_TINH', 'VP_DDBQH_HDND', 'BQL_KKT']),
  )
  expect(codes).toEqual(
    expect.arrayContaining(['VP_ATGT', 'DVSN_UBND_TINH', 'DVSN_NGANH', 'HOI_TINH', 'CQ_DANG', 'MTTQ', 'TCCTXH']),
  )
})

test('job positions of a unit are approved from a day on, and replaced by what is approved later', async () => {
  const { id: unitId } = await db.unit.findUniqueOrThrow({ where: { code: 'vp' } })
  const set = (from: string, count: number) =>
    as(FOUNDER)(setPosition, { unitId, code: 'QL01', count, from, basis: 'QĐ đề án' })
  await set('2025-01-01', 2)
  await set('2026-06-01', 3)
  expect(await positionsOn(unitId, '2026-05-31')).toMatchObject([{ count: 2 }])
  expect(await positionsOn(unitId, '2026-06-01')).toMatchObject([{ count: 3 }])
  await expect(set('2026-01-01', 1)).rejects.toMatchObject({ code: 'formInvalid' })
  await set('2026-11-01', 0)
  expect(await positionsOn(unitId, '2026-11-27')).toEqual([])
})

test('a tree comes from a list whole or not at all, and is taken back like any other operation', async () => {
  const head = 'Mã trong tỉnh,Tên đơn vị,Loại đơn vị,Mã cấp trên,Mã định danh'
  const bring = (rows: string, digest = '') =>
    as(FOUNDER)(importTree, {
      file: new TextEncoder().encode(`${head}\n${rows}`),
      ...{ fileName: 'cay.csv', day: '2026-01-01', basis: 'QĐ 7', digest },
    })
  const bad = await bring('cc-a,Chi cục A,CHI_CUC,so-moi,\nso-moi,Sở Mới,CQCM_TINH,dt,H20.11')
  expect(bad.faults.map(({ line }) => line)).toEqual([2, 3])
  const rows = 'cc-a,Chi cục A,CHI_CUC,so-moi,H20.80.01\nso-moi,Sở Mới,CQCM_TINH,dt,H20.80'
  const dry = await bring(rows)
  expect(dry).toMatchObject({ lines: 2, faultCount: 0, operationId: null })
  expect(await db.unit.count({ where: { code: 'so-moi' } })).toBe(0)
  const { operationId } = await bring(rows, dry.digest)
  expect((await db.unit.findUniqueOrThrow({ where: { code: 'cc-a' } })).path).toBe('/dt/so-moi/cc-a/')
  await undo(operationId!)
  expect(await db.unit.count({ where: { code: { in: ['cc-a', 'so-moi'] } } })).toBe(0)
})

test('a list or an operation page shows nothing beyond one’s own units', async () => {
  const administrator = await anActor('unitAdmin', snv)
  const merged = await db.unitOperation.findFirstOrThrow({ where: { kind: 'merge', undoneBy: null } })
  await expect(operationPage(administrator, merged.id)).rejects.toMatchObject({ code: 'notFound' })
  const { rows } = await operationHistory(administrator, { skip: 0, take: 100 })
  const own = await db.unitOperation.count({ where: { unitIds: { has: snv.id } } })
  expect(rows).toHaveLength(own)
  await expect(
    as(administrator)(importTree, { file: new Uint8Array([1]), fileName: 'x', day, basis, digest: '' }),
  ).rejects.toMatchObject({ code: 'notFound' })
})
