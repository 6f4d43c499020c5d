import { expect, test } from 'vitest'
import { isAgencyCode, isCodeUnder, isLegacyCode } from '@/lib/domain/organisation/agency-code'
import { blocksOf } from '@/lib/domain/organisation/blocks'
import type { Operation } from '@/lib/domain/organisation/operation'
import { rehearse } from '@/lib/domain/organisation/rehearse'
import { apply } from '@/lib/domain/organisation/row-change'
import {
  beforeTheReform,
  counter,
  endOfDistrict,
  mergeOfCommunes,
  NO_CIRCUMSTANCES,
  newCommune,
} from './an-organisation'

const when = { day: '2025-01-01', basis: 'QĐ 5' }
const NO_CODES = { agencyCode: null, legacyCode: null, nationalCode: null }
const codes = (operation: Operation, organisation = beforeTheReform()) =>
  blocksOf(organisation, operation).map(({ code }) => code)

test('a unit does not go under its own child, nor under itself', () => {
  const under = (parentId: string) =>
    codes({ kind: 'move', ...when, unitId: 'huyen', parentId, typeCode: 'UBND_HUYEN', agencyCode: null })
  expect(under('xa-1')).toEqual(['underItself'])
  expect(under('huyen')).toEqual(['underItself'])
})

test('a unit with people, or with units below it, is not closed', () => {
  expect(codes({ kind: 'close', ...when, unitId: 'thpt', peopleTo: null })).toEqual(['peopleLeft'])
  expect(codes({ kind: 'close', ...when, unitId: 'thpt', peopleTo: 'sgddt' })).toEqual([])
  expect(codes({ kind: 'close', ...when, unitId: 'sgddt', peopleTo: 'snv' })).toEqual(['childrenLeft'])
})

test('when a unit is shared out and closed, nobody is forgotten and nobody goes twice', () => {
  const split = endOfDistrict('snv') as Extract<Operation, { kind: 'split' }>
  const [first, second] = split.shares
  const into = { unitId: 'snv' }
  const merged = apply(
    beforeTheReform(),
    rehearse(beforeTheReform(), mergeOfCommunes, NO_CIRCUMSTANCES, counter()).changes,
  )
  const judged = (shares: typeof split.shares) => codes({ ...split, shares }, merged)
  expect(judged([{ into, personIds: ['huyen-1'], unitIds: [] }])).toEqual(['peopleLeft', 'childrenLeft'])
  expect(judged([first!, { ...second!, personIds: ['huyen-1', 'huyen-2'] }])).toContain('peopleTwice')
  expect(judged([first!, { ...second!, personIds: ['snv-1', 'huyen-2'] }])).toContain('peopleOfAnother')
})

test('R3: a district is not founded once districts have ended; a commune is', () => {
  const found = (typeCode: string, day: string) =>
    codes({ kind: 'create', day, basis: 'QĐ', unit: { ...newCommune('moi'), typeCode } })
  expect(found('UBND_HUYEN', '2025-06-30')).toEqual([])
  expect(found('UBND_HUYEN', '2025-07-01')).toEqual(['typeEnded'])
  expect(found('UBND_XA', '2025-07-01')).toEqual([])
  expect(found('DVSN_NGANH', '2025-07-01')).toEqual(['typeNotUnder'])
})

test('what came later is undone first; nothing happens to what is not there', () => {
  const merged = apply(
    beforeTheReform(),
    rehearse(beforeTheReform(), mergeOfCommunes, NO_CIRCUMSTANCES, counter()).changes,
  )
  const rename = (unitId: string, day: string) =>
    codes({ kind: 'rename', day, basis: 'QĐ', unitId, name: 'Khác', ...NO_CODES }, merged)
  expect(rename('xa-1', '2025-01-01')).toEqual(['changedLater'])
  expect(rename('xa-1', '2025-07-01')).toEqual(['notInForce'])
  const commune = merged.unit.find(({ code }) => code === 'xa-moi')!.id
  expect(codes({ kind: 'close', day: '2025-07-01', basis: 'QĐ', unitId: commune, peopleTo: 'snv' }, merged)).toContain(
    'openedThatDay',
  )
  expect(codes({ ...mergeOfCommunes, into: { unitId: 'xa-1' } } as Operation)).toEqual(['ontoItself'])
})

test('ID-1: letters and digits in groups, a child one group longer than its parent, at most 35 signs', () => {
  for (const code of ['H20', 'H20.05', 'H20.05.12', 'Z01ABC', 'G09.AB']) expect(isAgencyCode(code), code).toBe(true)
  for (const code of ['', 'h20', 'H2', 'H20.', 'H20..1', 'H20-05', `H20.${'1'.repeat(33)}`, 'Z01.05']) {
    expect(isAgencyCode(code), code).toBe(false)
  }
  expect(isCodeUnder('H20.05.12', 'H20.05')).toBe(true)
  expect(isCodeUnder('H20.05.12', 'H20')).toBe(false)
  expect(isCodeUnder('Z01ABC', 'H20')).toBe(true)
  expect(isLegacyCode('000.12.05.H20')).toBe(true)
  expect(isLegacyCode('H20.05')).toBe(false)
})

test('ID-2, ID-3: a code under another root is refused, and the code of a unit that has ended is never given again', () => {
  const organisation = beforeTheReform()
  const coded = {
    ...organisation,
    version: organisation.version.map((one) => {
      if (one.unitId === 'dt') return { ...one, agencyCode: 'H20' }
      return one.unitId === 'xa-1' ? { ...one, agencyCode: 'H20.44', until: '2025-06-30' } : one
    }),
  }
  const found = (agencyCode: string) =>
    codes({ kind: 'create', day: '2026-01-01', basis: 'QĐ', unit: { ...newCommune('moi'), agencyCode } }, coded)
  expect(found('H20.45')).toEqual([])
  expect(found('H21.45')).toEqual(['agencyCodeNotUnder'])
  expect(found('H20.44')).toEqual(['agencyCodeTaken'])
  expect(found('H20/45')).toEqual(['agencyCodeMalformed'])
})
