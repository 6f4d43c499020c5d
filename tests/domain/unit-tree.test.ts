import { expect, test } from 'vitest'
import { isUnitCode, managesItself, mayHaveChildren, pathUnder, typesUnder } from '@/lib/domain/unit-tree'

const codes = (parent: string | null, day = '2026-11-27') => typesUnder(parent, day).map(({ code }) => code)

test('under a department stand its branches and service units, and nothing else', () => {
  expect(codes('CQCM_TINH')).toEqual(['CHI_CUC', 'DVSN_NGANH'])
  expect(codes('DVSN_NGANH')).toEqual([])
  expect(mayHaveChildren('DVSN_NGANH')).toBe(false)
})

test('districts ended on 30/06/2025 and no new one may be made', () => {
  expect(codes('UBND_TINH')).not.toContain('UBND_HUYEN')
  expect(codes('UBND_TINH', '2025-06-30')).toContain('UBND_HUYEN')
  expect(codes('UBND_XA')).toEqual(['PHONG_XA', 'DVSN_XA'])
  expect(codes('UBND_XA', '2025-06-30')).toEqual([])
})

test('at the top stand the province and the bodies of the Party and the Front', () => {
  expect(codes(null)).toEqual(['UBND_TINH', 'CQ_DANG', 'MTTQ', 'TCCTXH', 'TRUONG_CT'])
})

test('a code is a step of an address and of a path', () => {
  expect(isUnitCode('thpt-sa-dec')).toBe(true)
  for (const code of ['', 'THPT', 'a_b', 'a%', 'a/b', '-a', 'sở', 'a--b']) expect(isUnitCode(code)).toBe(false)
  expect(pathUnder('/dt/sgddt/', 'thpt-sa-dec')).toBe('/dt/sgddt/thpt-sa-dec/')
  expect(pathUnder(null, 'dt')).toBe('/dt/')
})

test('what stands directly under the province manages its own people; below that the parent does', () => {
  expect(managesItself({ parentType: 'UBND_TINH' })).toBe(true)
  expect(managesItself({ parentType: null })).toBe(true)
  expect(managesItself({ parentType: 'CQCM_TINH' })).toBe(false)
})
