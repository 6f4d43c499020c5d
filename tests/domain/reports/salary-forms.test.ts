import { expect, test } from 'vitest'
import forms from '@/lib/catalogue/code-lists/bieu-mau-bao-cao.json'
import { readAsk } from '@/lib/domain/lists/list-spec'
import { SALARY_LIST } from '@/lib/domain/lists/salary-list-spec'
import { SALARY_FORM_CODES, salaryForm, salaryFormsOn } from '@/lib/domain/reports/salary-forms'

test('the lists with pay are those of the circulars, in the days in which they hold', () => {
  expect(salaryFormsOn('2026-11-27').map(({ code }) => code)).toEqual(SALARY_FORM_CODES)
  expect(salaryForm('vc-dstl', '2019-07-31')).toBeNull()
  const official = new Set(forms.items.map(({ code }) => code))
  expect(['BM03/BNV', 'BM04/BNV'].every((code) => official.has(code))).toBe(true)
  expect(readAsk(SALARY_LIST, { form: 'bm99', on: '27/11/2026' }).filters).toEqual({ on: '2026-11-27' })
})
