import { expect, test } from 'vitest'
import { contradicted } from '@/lib/domain/contradicting-roles'
import { mayDelegate } from '@/lib/domain/delegation'
import { documentNoIn } from '@/lib/domain/document-no'
import { dormantAfter } from '@/lib/domain/dormancy'
import { readIssueList } from '@/lib/domain/issue-list'

test('who keeps the system does not sign, who audits does nothing that is audited; in either order', () => {
  expect(contradicted('unitHead', ['person', 'unitAdmin'], '2026-11-27')).toBe('unitAdmin')
  expect(contradicted('unitAdmin', ['unitHead'], '2026-11-27')).toBe('unitHead')
  expect(contradicted('auditor', ['recordsOfficer'], '2026-11-27')).toBe('recordsOfficer')
  expect(contradicted('recordsOfficer', ['person', 'unitAdmin', 'recordsOfficer'], '2026-11-27')).toBeNull()
  // The rule has a beginning.
  expect(contradicted('unitHead', ['unitAdmin'], '2024-12-05')).toBeNull()
})

test('districts could make administrators until they ended; communes can since', () => {
  expect([mayDelegate('UBND_HUYEN', '2025-06-30'), mayDelegate('UBND_HUYEN', '2025-07-01')]).toEqual([true, false])
  expect([mayDelegate('UBND_XA', '2025-06-30'), mayDelegate('UBND_XA', '2025-07-01')]).toEqual([false, true])
  expect([mayDelegate('DVSN_XA', '2026-11-27'), mayDelegate('CQCM_TINH', '2026-11-27')]).toEqual([false, true])
})

test.each([
  ['Theo Quyết định 15/QĐ-SGDĐT ngày 01/09/2026', '15/QĐ-SGDĐT'],
  ['công văn 88 / SNV', '88/SNV'],
  ['QĐ số 27', '27'],
  ['theo ý kiến lãnh đạo', null],
])('the number in “%s” is %s', (words, number) => {
  expect(documentNoIn(words)).toBe(number)
})

test('an account sleeps for 45 days', () => {
  expect(dormantAfter('2026-11-27')).toBe(45)
})

test('a pasted list gives citizen numbers, mends a lost nought, and says what is none', () => {
  const { citizenIds, faults } = readIssueList('087188004321\n87066000123; 12 087188004321')
  expect(citizenIds).toEqual(['087188004321', '087066000123'])
  expect(faults.map(({ typed }) => typed)).toEqual(['12', '087188004321'])
})
