import type { SectionId } from '@/lib/catalogue'
import type { Typed } from '@/lib/domain/typed'

/** What is typed into each control, by section and field code; rows of tables by id. Codes where one chooses from a list. */
export type TypedRecord = Readonly<Partial<Record<SectionId, Readonly<Record<string, Typed>>>>>

/** One of six invented people: what the unit's officer types, what they type themselves, in the words of a keyboard. */
export type SamplePerson = {
  name: string
  unit: { code: string; name: string }
  typed: TypedRecord
}

/** The day the expectations are reckoned on. */
export const SAMPLE_DAY = '2026-11-22'

export const place = (text: string, code: string | null = null, listValidFrom: string | null = null) => ({
  text,
  code,
  listValidFrom,
})

/** What is so with all six. */
export const NO_PAST = {
  lived_under_old_regime: false,
  has_foreign_relations: false,
  arrest_history: 'Không',
} as const

export const parents = (father: string, mother: string, years: [number, number]) => [
  {
    ...{ id: 'cha', kind: 'OWN', family_relation: '03', family_name: father, family_birth_year: String(years[0]) },
    family_detail: 'Quê Đồng Tháp; làm ruộng; ở xã Tháp Mười; không tiền án, tiền sự',
  },
  {
    ...{ id: 'me', kind: 'OWN', family_relation: '04', family_name: mother, family_birth_year: String(years[1]) },
    family_detail: 'Quê Đồng Tháp; nội trợ; ở xã Tháp Mười; không tiền án, tiền sự',
  },
]

export const work = (id: string, from: string, to: string, unit: string, position: string) => ({
  ...{ id, work_period: { from, to }, work_unit: unit, work_position: position, decision_no: '', decision_date: '' },
})

/** A line of the history of pay by rank. */
export const step = (id: string, from: string, to: string, rank: string, number: number, coefficient: string) => ({
  ...{ id, salary_history_period: { from, to }, salary_history_rank_code: rank, salary_history_step: String(number) },
  ...{ salary_history_coefficient: coefficient, salary_history_amount: '', decision_no: '', decision_date: '' },
})

export const degree = (id: string, from: string, to: string, school: string, major: string, credential: string) => ({
  ...{ id, kind: 'CHUYEN_MON', training_period: { from, to }, training_institution: school, training_major: major },
  ...{ training_mode: '00', training_credential: credential, credential_no: '', issued_on: '' },
})
