import fc from 'fast-check'
import { expect, test } from 'vitest'
import { emptyRecord, type RecordData } from '@/lib/catalogue'
import { codeLists } from '@/lib/catalogue/code-lists'
import { documentFaults, wholeDocument } from '@/lib/domain/handover/judge-document'
import { PACKAGE_FAULTS } from '@/lib/domain/handover/package-faults'
import { aCompleteDraft } from '../../support/complete-draft'

type Plain = Record<string, Record<string, unknown>>
const good = aCompleteDraft({
  ...{ fullName: 'Trần Thị Bưởi', citizenId: '087190000001' },
  unit: { code: 'thpt', name: 'Trường THPT' },
})
const judged = (data: unknown) => documentFaults(data as Plain, codeLists)
const withAnswer = (section: keyof RecordData, code: string, value: unknown) =>
  judged({ ...good, [section]: { ...good[section], [code]: value } })

test('R104: a record that this form could hold is taken; an unanswered one too', () => {
  expect(judged(good)).toEqual([])
  expect(judged(emptyRecord())).toEqual([])
  expect(judged({})).toEqual([])
})

test('R104: what the form could not hold is told with its label', () => {
  expect(withAnswer('identity', 'gender', 'X')).toMatchObject([expect.stringContaining('Giới tính')])
  expect(withAnswer('identity', 'full_name', { a: 1 })).toHaveLength(1)
  expect(withAnswer('training', 'trainings', [{ id: '<script>' }])).toHaveLength(1)
  expect(withAnswer('training', 'trainings', 'chuỗi')).toHaveLength(1)
  expect(withAnswer('identity', 'is_admin', true)).toEqual(['không có ô “is_admin” trong mẫu'])
  expect(judged({ ...good, roles: {} })).toEqual(['không có mục “roles” trong mẫu'])
  const many = Object.fromEntries(Array.from({ length: 9 }, (_, at) => [`o${at}`, 1]))
  expect(judged({ ...good, identity: { ...good.identity, ...many } }).at(-1)).toBe('và 4 chỗ khác')
})

test('whatever stands in an answer, judging it ends in words or in nothing', () => {
  fc.assert(
    fc.property(fc.anything(), (value) => {
      for (const code of ['full_name', 'phone', 'permanent_address', 'date_of_birth'])
        expect(withAnswer('identity', code, value ?? null).length).toBeLessThanOrEqual(1)
    }),
    { numRuns: 60 },
  )
})

test('a document is made whole with nothing but the fields of the form', () => {
  const whole = wholeDocument({ identity: { phone: '0911', evil: 1 } }) as unknown as Plain
  expect(whole.identity).not.toHaveProperty('evil')
  expect(whole.identity?.phone).toBe('0911')
  expect(Object.keys(whole)).toEqual(Object.keys(emptyRecord()))
})

test('every fault of a package is a whole sentence', () => {
  for (const say of Object.values(PACKAGE_FAULTS)) expect(say('x')).toMatch(/^[A-ZĐ].{20,}\.$/)
})
