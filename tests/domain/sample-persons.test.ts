import { describe, expect, test } from 'vitest'
import { fieldNamed, flatten, type RecordData, type SectionId } from '@/lib/catalogue'
import { codeLists } from '@/lib/catalogue/code-lists'
import { isRequired, isShown } from '@/lib/catalogue/conditions'
import { missingAnswers } from '@/lib/domain/completeness'
import { cvForm } from '@/lib/domain/cv/layout'
import { submission } from '@/lib/domain/record'
import { judgeRecord } from '@/lib/domain/rules/judge-record'
import type { Typed } from '@/lib/domain/typed'
import { SAMPLE_PERSONS } from '../support/sample-persons'
import { enter, retype } from '../support/sample-persons/enter'
import { LE_VAN_SAU } from '../support/sample-persons/le-van-sau'
import { NGUYEN_THI_THUY_LINH } from '../support/sample-persons/nguyen-thi-thuy-linh'
import { NGUYEN_VAN_TU, NGUYEN_VAN_TU_BY_SCALE } from '../support/sample-persons/nguyen-van-tu'
import { PHAM_THI_HONG } from '../support/sample-persons/pham-thi-hong'
import { SAMPLE_DAY, type SamplePerson } from '../support/sample-persons/sample-person'
import { THACH_THI_SO_PHIA } from '../support/sample-persons/thach-thi-so-phia'
import { TRAN_MINH_KHOA } from '../support/sample-persons/tran-minh-khoa'

const judge = (data: RecordData, today = SAMPLE_DAY) => judgeRecord({ data, today, lists: codeLists })
const rulesOf = (data: RecordData, today?: string) => judge(data, today).map(({ rule }) => rule)

const standing = { of: 'draft', printedBy: 'Võ Thị Kim Ngân', printedAt: '10:32, 22/11/2026' } as const
const formOf = (data: RecordData) => cvForm({ data, lists: codeLists, standing })

function printed(data: RecordData, code: string) {
  const { head, beside, blocks } = formOf(data)
  const lines = [...head, ...beside, ...blocks.flatMap((block) => (block.kind === 'line' ? [block.line] : []))]
  return lines.flatMap(({ entries }) => entries).find((entry) => entry.code === code)?.answer
}

const cells = (data: RecordData, code: string) =>
  formOf(data).blocks.flatMap((block) =>
    block.kind === 'table' && block.edit.code === code ? block.rows.flatMap((row) => row.cells) : [],
  )

/** What the rules say after something was typed over. */
const typedOver = (person: SamplePerson, section: SectionId, typed: Record<string, Typed>) => {
  const { data, errors } = retype(enter(person), section, typed)
  return { errors, rules: rulesOf(data), data }
}

describe.each(SAMPLE_PERSONS.map((person) => ({ person, name: person.name })))('$name', ({ person }) => {
  const { data, errors } = enter(person)

  test('is entered without a refusal, lacks nothing and breaks no rule', () => {
    expect(errors).toEqual({})
    expect(missingAnswers(data)).toEqual([])
    expect(judge(data)).toEqual([])
  })

  test('may be sent', () => {
    const sent = submission({
      ...{ draft: data, newest: null, approved: null, declared: true },
      ...{ findings: judge(data), confirmed: [] },
    })
    expect(sent.changes.length).toBeGreaterThan(30)
  })

  test('has their name in capitals on paper', () => {
    expect(printed(data, 'full_name')).toBe(person.name.toLocaleUpperCase('vi'))
  })
})

describe('Lê Văn Sáu, of whom only the year of birth is known', () => {
  const { data } = enter(LE_VAN_SAU)

  test('is said to be born in 1966, and on no day', () => {
    expect(data.identity.date_of_birth).toBe('1966')
    expect(printed(data, 'date_of_birth')).toBe('1966')
  })

  test('has a citizen number that fits year and sex; another year or sex is spoken of', () => {
    expect(typedOver(LE_VAN_SAU, 'identity', { date_of_birth: '1967' }).rules).toEqual(['R13-year'])
    expect(typedOver(LE_VAN_SAU, 'identity', { gender: '2' }).rules).toEqual(['R13-century-sex'])
  })

  test('keeps the old number of nine digits beside the new one, never in its place', () => {
    expect(data.identity.old_identity_no).toBe('340066123')
    expect(typedOver(LE_VAN_SAU, 'identity', { citizen_id: '340066123' }).errors.citizen_id).toContain('“Số CMND cũ”')
  })

  test('is at step 8 of A1, 4,65; the next is 4,98 and the last', () => {
    expect(printed(data, 'salary_coefficient')).toBe('4,65')
    expect(typedOver(LE_VAN_SAU, 'salary', { salary_coefficient: '4,66' }).rules).toContain('R49-coefficient')
    const next = typedOver(LE_VAN_SAU, 'salary', { salary_step: '9', salary_coefficient: '4,98' })
    expect(next.rules).not.toContain('R49-coefficient')
    expect(typedOver(LE_VAN_SAU, 'salary', { salary_step: '10' }).rules).toContain('R48-step')
  })
})

describe('Thạch Thị Sô Phia, Khmer, born in a merged province', () => {
  const { data } = enter(THACH_THI_SO_PHIA)

  test('keeps the birthplace in the old names, and the old code of the province', () => {
    expect(printed(data, 'place_of_birth')).toBe('Xã Đa Lộc, huyện Châu Thành, tỉnh Trà Vinh')
    expect(data.identity.place_of_birth).toMatchObject({ code: '84', listValidFrom: null })
    const today = typedOver(THACH_THI_SO_PHIA, 'identity', {
      current_address: { text: 'Phường 1, thành phố Cao Lãnh', code: '29869', listValidFrom: null },
    })
    expect(today.rules).toEqual(['R18-dated'])
  })

  test('has a name of three given words', () => {
    expect(printed(data, 'full_name')).toBe('THẠCH THỊ SÔ PHIA')
  })

  test('is Khmer by list, and the certificate of tiếng Khmer stands as a language of a people', () => {
    expect(printed(data, 'ethnicity')).toMatch(/^Khơ-?me/u)
    expect(cells(data, 'trainings')).toEqual(
      expect.arrayContaining(['Tiếng Khmer (tiếng dân tộc)', 'Chứng chỉ tiếng dân tộc']),
    )
    expect(fieldNamed('identity', 'ethnicity')).toMatchObject({ sensitive: true })
    expect(fieldNamed('identity', 'religion')).toMatchObject({ sensitive: true })
  })

  test('is at step 4 of A1, 3,33: 3,34 is refused', () => {
    expect(typedOver(THACH_THI_SO_PHIA, 'salary', { salary_coefficient: '3,34' }).rules).toContain('R49-coefficient')
    expect(rulesOf(data)).toEqual([])
  })
})

describe('Trần Minh Khoa, of a Hội', () => {
  const { data } = enter(TRAN_MINH_KHOA)

  test('is paid as a chuyên viên, and needs no staff number and no contract', () => {
    expect(data.agency.person_category).toBe('NGUOI_LAM_VIEC_HOI')
    expect(printed(data, 'salary_coefficient')).toBe('3,00')
    expect(isRequired(fieldNamed('agency', 'staff_number')!, flatten(data))).toBe(false)
    expect(isShown(fieldNamed('affiliation', 'contract_type')!, flatten(data))).toBe(false)
  })

  test('has party dates in order: the official day not before twelve months, nor without the first', () => {
    const official = (day: string) => typedOver(TRAN_MINH_KHOA, 'affiliation', { party_official_on: day }).rules
    expect(official('2/2/2011')).toEqual(['R25-probation'])
    expect(official('3/2/2009')).toEqual(['R25-probation'])
    expect(typedOver(TRAN_MINH_KHOA, 'affiliation', { party_joined_on: '' }).rules).toContain('R25-joined-first')
  })
})

const BY_RANK = [
  ...['rank', 'rank_code', 'rank_appointed_on', 'salary_step', 'salary_coefficient', 'salary_effective_on'],
  ...['salary_percent', 'over_scale_percent', 'over_scale_effective_on'],
]

describe('Nguyễn Văn Tư, driver on contract', () => {
  const { data } = enter(NGUYEN_VAN_TU)
  const answers = flatten(data)

  test.each(BY_RANK)('%s (45–53) is hidden, not required, and blank on paper', (code) => {
    expect(isShown(fieldNamed('salary', code)!, answers)).toBe(false)
    expect(isRequired(fieldNamed('salary', code)!, answers)).toBe(false)
    expect(printed(data, code)).toBeNull()
  })

  test('57–64 are used: the wage by agreement is asked for and printed', () => {
    for (const code of ['job_position', 'job_salary_amount', 'job_salary_effective_on', 'job_salary_percent'])
      expect(isShown(fieldNamed('salary', code)!, answers)).toBe(true)
    expect(isRequired(fieldNamed('salary', 'job_salary_amount')!, answers)).toBe(true)
    expect(printed(data, 'job_salary_amount')).toBe('7.500.000')
  })

  test.each(['contract_type', 'contract_no', 'contract_period'])('%s is required', (code) => {
    expect(isRequired(fieldNamed('affiliation', code)!, answers)).toBe(true)
  })

  test('is warned sixty days before the contract ends, not sooner', () => {
    expect(rulesOf(data, '2027-10-31')).not.toContain('RHD-end')
    expect(rulesOf(data, '2027-11-01')).toContain('RHD-end')
  })
})

describe('Nguyễn Văn Tư, paid by Bảng 4', () => {
  const { data } = enter(NGUYEN_VAN_TU_BY_SCALE)

  test('is asked for rank, step and coefficient instead of a wage', () => {
    for (const code of ['rank', 'salary_step', 'salary_coefficient'])
      expect(isRequired(fieldNamed('salary', code)!, flatten(data))).toBe(true)
    expect(isRequired(fieldNamed('salary', 'job_salary_amount')!, flatten(data))).toBe(false)
    expect(printed(data, 'salary_coefficient')).toBe('2,95')
  })

  test('is at step 6 of lái xe, 2,95; the next is 3,13; there is no step 13', () => {
    expect(typedOver(NGUYEN_VAN_TU_BY_SCALE, 'salary', { salary_coefficient: '2,96' }).rules).toContain(
      'R49-coefficient',
    )
    const next = typedOver(NGUYEN_VAN_TU_BY_SCALE, 'salary', { salary_step: '7', salary_coefficient: '3,13' })
    expect(next.rules).not.toContain('R49-coefficient')
    expect(typedOver(NGUYEN_VAN_TU_BY_SCALE, 'salary', { salary_step: '13' }).errors.salary_step).toContain('12')
  })
})

describe('Phạm Thị Hồng, managed by the Standing Committee', () => {
  const { data } = enter(PHAM_THI_HONG)

  test('has 6,56 at step 2 of A3.1 and 0,90 as head of a department', () => {
    expect(data.agency.managed_by_standing_committee).toBe(true)
    expect([printed(data, 'salary_coefficient'), printed(data, 'position_allowance')]).toEqual(['6,56', '0,90'])
    expect(typedOver(PHAM_THI_HONG, 'salary', { position_allowance: '0,7' }).rules).toContain('R54-allowance')
    expect(typedOver(PHAM_THI_HONG, 'salary', { position_allowance: '' }).rules).toContain('R54-missing')
  })

  test('is a woman born in the twentieth century by her number', () => {
    expect(typedOver(PHAM_THI_HONG, 'identity', { citizen_id: '087071778899' }).rules).toEqual(['R13-century-sex'])
  })
})

describe('Nguyễn Thị Thùy Linh, deputy head of a school', () => {
  const { data } = enter(NGUYEN_THI_THUY_LINH)

  test('has 4,68 at step 3 of A2.2 and 0,45 as deputy head', () => {
    expect(data.salary.rank_code).toBe('V.07.05.14')
    expect([printed(data, 'salary_coefficient'), printed(data, 'position_allowance')]).toEqual(['4,68', '0,45'])
  })

  test('has the allowances of teachers by percent; their value is reckoned, never typed', () => {
    expect(cells(data, 'allowances')).toEqual(expect.arrayContaining(['Phụ cấp thâm niên nhà giáo', '14', '30']))
    const rows = NGUYEN_THI_THUY_LINH.typed.economy?.allowances as { id: string }[]
    const typed = rows.map((row) => ({ ...row, allowance_amount: '1.817.046' }))
    expect(typedOver(NGUYEN_THI_THUY_LINH, 'economy', { allowances: typed as unknown as Typed }).rules).toContain(
      'R103-basis',
    )
  })

  test('has the highest qualification printed with what was studied', () => {
    expect(printed(data, 'highest_qualification')).toBe('Thạc sĩ (Quản lý giáo dục)')
  })

  test('has title, plan and first organisation printed with year, period and name', () => {
    expect(printed(data, 'state_title')).toMatch(/\(2023\)$/)
    expect(printed(data, 'planned_position')).toMatch(/\(2025-2030\)$/)
    expect(printed(data, 'first_sociopolitical_org_joined_on')).toMatch(/^26\/03\/2003 \(Đoàn TNCS/)
  })
})
