import { expect, test } from 'vitest'
import { columnsOf, fieldsOf, isTable, SECTION_IDS } from '@/lib/catalogue'
import { codeLists } from '@/lib/catalogue/code-lists'
import type { PlacedField } from '@/lib/catalogue/field'
import { judge } from '@/lib/domain/answers'
import { canonical } from '@/lib/domain/canonical'
import { rowsOf } from '@/lib/domain/changes'
import { missingAnswers } from '@/lib/domain/completeness'
import { judgeRecord } from '@/lib/domain/rules/judge-record'
import { completeDraft } from '@/prisma/seed/draft'
import { planPeople } from '@/prisma/seed/people'
import { UNITS } from '@/prisma/seed/units'

const PEOPLE = planPeople('2026-09-01')
const named = (name: string) => completeDraft(PEOPLE.find(({ profile }) => profile.fullName === name)!.profile)

test('300 people in some 15 units, no two of one number, account or name', () => {
  expect(UNITS.length).toBeGreaterThanOrEqual(15)
  expect(PEOPLE).toHaveLength(300)
  expect(new Set(PEOPLE.map(({ profile }) => profile.citizenId)).size).toBe(300)
  expect(new Set(PEOPLE.map(({ username }) => username)).size).toBe(300)
  expect(new Set(PEOPLE.map(({ profile }) => profile.fullName)).size).toBe(300)
})

test('the same day gives the same people', () => {
  const again = planPeople('2026-09-01')
  const record = ({ profile }: (typeof PEOPLE)[number]) => canonical(completeDraft(profile))
  expect(again.map(record)).toEqual(PEOPLE.map(record))
})

test('at least ten people in every stage, whatever the month', () => {
  for (const day of ['2026-09-01', '2026-12-01', '2028-01-01']) {
    const stages = planPeople(day).map(({ stage }) => stage)
    for (const stage of new Set(stages)) {
      expect(stages.filter((one) => one === stage).length, `${stage} on ${day}`).toBeGreaterThanOrEqual(10)
    }
    expect(new Set(stages).size).toBe(11)
  }
})

test('every record is complete, and every answer would be taken by the form', () => {
  const faults = PEOPLE.flatMap(({ profile }) => {
    const draft = completeDraft(profile)
    const wrong = SECTION_IDS.flatMap((section) =>
      fieldsOf(section).flatMap((field) => {
        const answer = (draft[section] as Record<string, unknown>)[field.code] ?? null
        if (answer === null) return []
        if (!isTable(field)) return judge(field, answer, codeLists) ?? []
        const cells = rowsOf(answer).flatMap((row) => columnsOf(field).map((column) => cellFault(column, row) ?? []))
        return [judge(field as unknown as PlacedField, answer, codeLists) ?? [], ...cells].flat()
      }),
    )
    return [...wrong, ...missingAnswers(draft).map(({ label }) => `thiếu ${label}`)].map(
      (one) => `${profile.key}: ${one}`,
    )
  })
  expect(faults).toEqual([])
})

test('no rule keeps a demo record from being sent, this year or when the law of 07/2027 is in force', () => {
  for (const today of ['2026-09-01', '2027-08-01']) {
    const broken = planPeople(today).flatMap(({ profile }) =>
      judgeRecord({ data: completeDraft(profile), today, lists: codeLists })
        .filter(({ severity }) => severity === 'error')
        .map(({ rule, sentence }) => `${profile.key}: ${rule} ${sentence}`),
    )
    expect(broken).toEqual([])
  }
})

function cellFault(column: PlacedField, row: { kind?: string | null } & Record<string, unknown>) {
  const answer = row[column.code] ?? null
  return answer === null ? null : judge(column, answer, codeLists, row.kind ?? undefined)
}

test('a citizen number says province, century, sex and year of birth', () => {
  for (const { profile } of PEOPLE) {
    const { citizenId, gender, dateOfBirth } = profile
    const century = Number(dateOfBirth.slice(0, 4)) >= 2000 ? 2 : 0
    expect(Number(citizenId[3]), profile.key).toBe(century + (gender === '2' ? 1 : 0))
    expect(citizenId.slice(4, 6), profile.key).toBe(dateOfBirth.slice(2, 4))
  }
})

test('the history of work and of pay goes on without a gap, and ends with today', () => {
  for (const { profile } of PEOPLE) {
    const { work, economy } = completeDraft(profile)
    for (const spans of [
      work.workHistory!.map((row) => row.work_period),
      economy.salaryHistory!.map((row) => row.salary_history_period),
    ]) {
      expect(spans.at(-1)?.to, profile.key).toBeNull()
      for (const [index, span] of spans.entries()) {
        const next = spans[index + 1]
        if (next) expect(followingMonth(span!.to!), profile.key).toBe(next.from)
      }
    }
  }
})

const followingMonth = (month: string) =>
  month.endsWith('-12')
    ? `${Number(month.slice(0, 4)) + 1}-01`
    : `${month.slice(0, 5)}${String(Number(month.slice(5)) + 1).padStart(2, '0')}`

test('the six sample cases have their data', () => {
  const pay = (name: string) => {
    const { salary, position } = named(name)
    return [
      salary.rank_code,
      salary.salary_step,
      salary.salary_coefficient,
      salary.salary_effective_on,
      position.current_position,
    ]
  }
  expect(named('Lê Văn Sáu').identity).toMatchObject({ date_of_birth: '1966', citizen_id: '087066000123', gender: '1' })
  expect(pay('Lê Văn Sáu')).toEqual(['01.003', 8, '4.65', '2024-03-01', null])
  expect(named('Thạch Thị Sô Phia').identity).toMatchObject({
    ethnicity: '05',
    religion: '01',
    citizen_id: '084190005678',
  })
  expect(pay('Thạch Thị Sô Phia')).toEqual(['V.07.03.29', 4, '3.33', '2024-09-01', null])
  expect(named('Thạch Thị Sô Phia').training.trainings).toContainEqual(
    expect.objectContaining({ training_language: 'KHMER' }),
  )
  expect(named('Trần Minh Khoa').agency.person_category).toBe('NGUOI_LAM_VIEC_HOI')
  expect(pay('Trần Minh Khoa')).toEqual(['01.003', 3, '3.00', '2024-05-01', null])
  expect(named('Nguyễn Văn Tư').salary).toMatchObject({ rank: null, job_salary_amount: 7_500_000 })
  expect(named('Phạm Thị Hồng').agency.managed_by_standing_committee).toBe(true)
  expect(pay('Phạm Thị Hồng')).toEqual(['01.001', 2, '6.56', '2025-01-01', 'GD_SO'])
  expect(pay('Nguyễn Thị Thùy Linh')).toEqual(['V.07.05.14', 3, '4.68', '2024-09-01', 'PHT_THPT'])
  const seniority = named('Nguyễn Thị Thùy Linh').economy.allowances!.find((row) => row.allowance_type === '13')
  expect(seniority?.allowance_percent).toBe('14')
})
