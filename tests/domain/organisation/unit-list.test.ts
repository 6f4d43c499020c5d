import { expect, test } from 'vitest'
import { compareUnits } from '@/lib/domain/organisation/compare-units'
import { importUnits } from '@/lib/domain/organisation/import-units'
import { apply } from '@/lib/domain/organisation/row-change'
import { treeFaults } from '@/lib/domain/organisation/tree-faults'
import { inTreeOrder } from '@/lib/domain/organisation/tree-order'
import { readUnitList } from '@/lib/domain/organisation/unit-list'
import { beforeTheReform, counter } from './an-organisation'

const HEAD = ['Ten don vi', 'MÃ TRONG TỈNH', 'Loại đơn vị', 'Mã cấp trên', 'Mã định danh']
const NEEDED = ['code', 'name', 'typeCode', 'parentCode'] as const
const when = () => ({ day: '2025-07-01', basis: 'QĐ', newId: counter() })

test('heads are found without accents and case; a missing column is named', () => {
  const { lines, faults } = readUnitList([HEAD, ['Chi cục Một', 'cc-mot', 'Chi cục thuộc sở', 'snv', '']], NEEDED)
  expect(faults).toEqual([])
  expect(lines).toMatchObject([{ line: 2, code: 'cc-mot', typeCode: 'CHI_CUC', parentCode: 'snv', agencyCode: null }])
  expect(readUnitList([['Tên đơn vị']], NEEDED).faults[0]?.sentence).toContain(
    '“Mã trong tỉnh”, “Loại đơn vị”, “Mã cấp trên”',
  )
})

test('every faulty cell is told by its line and column', () => {
  const { faults } = readUnitList(
    [HEAD, ['', 'CC Một', 'Tổng cục', 'snv', ''], [], ['Chi cục Hai', 'cc-hai', 'CHI_CUC', 'snv', '']],
    NEEDED,
  )
  expect(faults.map(({ line, column }) => [line, column])).toEqual([
    [2, 'Tên đơn vị'],
    [2, 'Mã trong tỉnh'],
    [2, 'Loại đơn vị'],
  ])
})

test('lower units may stand before upper ones; the tree holds', () => {
  const rows = [HEAD, ['Trường B', 'truong-b', 'DVSN_NGANH', 'so-a', ''], ['Sở A', 'so-a', 'CQCM_TINH', 'dt', '']]
  const { changes, faults } = importUnits(beforeTheReform(), readUnitList(rows, NEEDED).lines, when())
  expect(faults).toEqual([])
  const grown = apply(beforeTheReform(), changes)
  expect(treeFaults(grown)).toEqual([])
  const order = inTreeOrder(grown.version).map(({ name, depth }) => [name, depth])
  expect(order.slice(order.findIndex(([name]) => name === 'Sở A')).slice(0, 2)).toEqual([
    ['Sở A', 1],
    ['Trường B', 2],
  ])
})

test('what the tree does not take is told at its line: a code twice, a type out of place, nobody above', () => {
  const rows = [
    HEAD,
    ['Sở Nội vụ', 'snv', 'CQCM_TINH', 'dt', ''],
    ['Huyện', 'huyen-2', 'UBND_HUYEN', 'dt', ''],
    ['Trường', 'truong', 'DVSN_NGANH', 'khong-co', ''],
  ]
  const { faults } = importUnits(beforeTheReform(), readUnitList(rows, NEEDED).lines, when())
  expect(faults.map(({ line }) => line)).toEqual([2, 3, 4])
  expect(faults[0]?.sentence).toContain('“snv” đã có')
})

test('two lists of units: the same, called otherwise, and missing on either side', () => {
  const local = (id: string, name: string, agencyCode: string | null = null, nationalCode: string | null = null) => ({
    ...{ id, name, agencyCode, nationalCode },
  })
  const national = (
    line: number,
    name: string,
    agencyCode: string | null = null,
    nationalCode: string | null = null,
  ) => ({
    ...{ line, name, agencyCode, nationalCode },
  })
  const compared = compareUnits(
    [
      local('a', 'Sở Y tế', 'H20.15'),
      local('b', 'Sở Nội vụ'),
      local('c', 'Trường cũ', null, '77'),
      local('d', 'Chỉ ở tỉnh'),
    ],
    [
      national(2, 'SỞ Y TẾ', 'H20.15'),
      national(3, 'Sở Nội vụ', 'H20.11'),
      national(4, 'Trường mới', null, '77'),
      national(5, 'Chỉ ở Bộ'),
    ],
  )
  expect(compared.same).toBe(1)
  expect(compared.differing.map(({ local: { id }, what }) => [id, what])).toEqual([
    ['c', ['name']],
    ['b', ['agencyCode']],
  ])
  expect(compared.missingHere.map(({ line }) => line)).toEqual([5])
  expect(compared.missingThere.map(({ id }) => id)).toEqual(['d'])
})
