import { expect, test } from 'vitest'
import { emptyRecord } from '@/lib/catalogue'
import { completeness, missingAnswers } from '@/lib/domain/completeness'

const codes = (data: ReturnType<typeof emptyRecord>) => missingAnswers(data).map(({ code }) => code)

test('an empty record lacks its gate questions but not the fields behind them', () => {
  const missing = codes(emptyRecord())
  expect(missing).toContain('is_party_member')
  expect(missing).not.toContain('party_joined_on')
  expect(missing).toContain('workHistory')
})

test('“yes” asks, “no” hides', () => {
  const data = emptyRecord()
  data.affiliation.is_party_member = true
  expect(codes(data)).toEqual(expect.arrayContaining(['party_joined_on', 'is_official_party_member']))
  data.affiliation.is_party_member = false
  expect(codes(data)).not.toContain('party_joined_on')
  expect(codes(data)).not.toContain('is_official_party_member')
})

test('a contract worker is asked for the agreed wage, not for a rank', () => {
  const data = emptyRecord()
  data.agency.person_category = 'LAO_DONG_HOP_DONG'
  expect(codes(data)).toContain('job_salary_amount')
  expect(codes(data)).not.toContain('rank_code')
})

test('a row with an empty required cell is named with its place', () => {
  const data = emptyRecord()
  data.work.workHistory = [
    {
      id: 'r1',
      work_period: { from: '2010', to: null },
      work_unit: null,
      work_position: 'Giáo viên',
      decision_no: null,
      decision_date: null,
    },
  ]
  expect(missingAnswers(data).find(({ row }) => row === 'r1')).toMatchObject({
    code: 'workHistory.r1.work_unit',
    section: 'work',
  })
})

test('filled never exceeds total', () => {
  for (const { filled, total } of completeness(emptyRecord())) expect(filled).toBeLessThanOrEqual(total)
})
