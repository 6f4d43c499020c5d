import { expect, test } from 'vitest'
import { codeLists } from '@/lib/catalogue/code-lists'
import { adviceFor } from '@/lib/domain/rules/advice'
import { aCompleteDraft } from '../../support/complete-draft'

test('the one who types is told at the field, in this section only', () => {
  const data = aCompleteDraft({ fullName: 'A', citizenId: '087085004321', unit: { code: 'a', name: 'A' } })
  data.salary.salary_coefficient = '3.34'
  data.identity.citizen_id_issued_on = '2010-01-01'
  const context = { data, today: '2026-11-22', lists: codeLists }
  expect(adviceFor('salary', context)).toEqual([
    {
      code: 'salary_coefficient',
      anchor: 'salary_coefficient',
      place: 'Mục 30.1. Hệ số lương',
      severity: 'error',
      sentence: expect.stringContaining('3,33'),
    },
  ])
  expect(adviceFor('health', context)).toEqual([])
})
