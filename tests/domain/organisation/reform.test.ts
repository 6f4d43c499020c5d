import { expect, test } from 'vitest'
import { type Organisation, versionOn } from '@/lib/domain/organisation/organisation'
import { rehearse } from '@/lib/domain/organisation/rehearse'
import { apply, invert } from '@/lib/domain/organisation/row-change'
import { standingToday } from '@/lib/domain/organisation/standing-today'
import { treeFaults } from '@/lib/domain/organisation/tree-faults'
import { beforeTheReform, counter, endOfDistrict, mergeOfCommunes, NO_CIRCUMSTANCES, TODAY } from './an-organisation'

const unitsOn = ({ unit, ...rest }: Organisation, day: string) =>
  unit.flatMap(({ id, code }) => (versionOn({ ...rest }, id, day) ? [code] : [])).sort()
const placeOf = ({ posting }: Organisation, personId: string, day: string) =>
  posting
    .filter((one) => one.personId === personId && one.from <= day && (one.until ?? '9') >= day)
    .map(({ unitId }) => unitId)

const newId = counter()
const before = beforeTheReform()
const merge = rehearse(before, mergeOfCommunes, NO_CIRCUMSTANCES, newId)
const merged = apply(before, merge.changes)
const commune = merged.unit.find(({ code }) => code === 'xa-moi')!.id
const close = rehearse(merged, endOfDistrict(commune), NO_CIRCUMSTANCES, newId)
const after = apply(merged, close.changes)

test('the reform of 2025: districts end, communes merge, and the day before is as it was', () => {
  expect([...merge.findings, ...close.findings].filter(({ severity }) => severity === 'block')).toEqual([])
  const old = ['dt', 'huyen', 'sgddt', 'snv', 'thcs', 'thpt', 'xa-1', 'xa-2', 'xa-3']
  expect(unitsOn(after, '2025-06-30')).toEqual(old)
  expect(unitsOn(after, '2025-07-01')).toEqual(['dt', 'sgddt', 'snv', 'thcs', 'thpt', 'xa-moi'])
  expect(versionOn(after, 'thcs', '2025-06-30')).toMatchObject({ parentId: 'huyen', typeCode: 'DVSN_HUYEN' })
  expect(versionOn(after, 'thcs', '2025-07-01')).toMatchObject({ parentId: commune, typeCode: 'DVSN_XA' })
  expect(treeFaults(after)).toEqual([])
})

test('everybody is in one unit on either day, and goes where the decision sends them', () => {
  for (const { personId } of before.posting) {
    expect(placeOf(after, personId, '2025-06-30')).toEqual(placeOf(before, personId, '2025-06-30'))
    expect(placeOf(after, personId, '2025-07-01')).toHaveLength(1)
  }
  expect(placeOf(after, 'xa-2-1', '2025-07-01')).toEqual([commune])
  expect(placeOf(after, 'huyen-2', '2025-07-01')).toEqual(['snv'])
})

test('roles over what ended end yesterday, not in the past; a personal role follows its person', () => {
  expect(after.role.find(({ id }) => id === 'r-xa-1-1')).toMatchObject({ unitId: 'xa-1', until: '2026-11-26' })
  const own = after.role.filter(({ personId }) => personId === 'xa-1-2')
  expect(own.map(({ unitId, until }) => [unitId, until])).toEqual([
    ['xa-1', '2026-11-26'],
    [commune, null],
  ])
})

test('today what ended stands below its successor, and is closed', () => {
  const standing = new Map(standingToday(after, TODAY).map((one) => [one.unitId, one]))
  expect(standing.get(commune)).toMatchObject({ path: '/dt/xa-moi/', isOpen: true })
  expect(standing.get('xa-1')).toMatchObject({ path: '/dt/xa-moi/xa-1/', isOpen: false })
  expect(standing.get('thcs')).toMatchObject({ path: '/dt/xa-moi/thcs/', isOpen: true })
  expect(standingToday(after, '2025-06-30').find(({ unitId }) => unitId === 'xa-1')).toMatchObject({
    path: '/dt/huyen/xa-1/',
  })
})

test('undone in the reverse order, nothing is left of it', () => {
  const undone = apply(apply(after, invert(close.changes)), invert(merge.changes))
  for (const table of ['unit', 'version', 'link', 'posting', 'role'] as const) {
    expect(new Set<unknown>(undone[table])).toEqual(new Set<unknown>(before[table]))
  }
})

test('whoever gets people and has nobody to sign or check for them is named', () => {
  const codes = close.findings.map(({ code, unitIds }) => [code, unitIds?.[0]])
  expect(codes).toContainEqual(['noHead', commune])
  expect(codes).toContainEqual(['noOfficer', 'snv'])
  expect(merge.findings).toContainEqual(expect.objectContaining({ code: 'rolesEnd', count: 3 }))
})
