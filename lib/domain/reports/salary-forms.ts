import data from './salary-forms.json'

/** A list of people with their pay, as a circular gives it, for the days in which it holds. */
export type SalaryForm = {
  code: string
  official: string
  title: string
  basis: string
  deadline: string
  categories: readonly string[]
  tiers: readonly string[]
  /** Since when what is held: the rank, or the post. */
  since: 'rank' | 'position'
}

const FORMS = data.map(({ since, validUntil, ...form }) => ({
  ...form,
  since: since as SalaryForm['since'],
  validUntil: validUntil as string | null,
}))

export const SALARY_FORM_CODES = FORMS.map(({ code }) => code)

export const salaryFormsOn = (day: string): readonly SalaryForm[] =>
  FORMS.filter(({ validFrom, validUntil }) => validFrom <= day && (validUntil === null || day <= validUntil))

export const salaryForm = (code: string, day: string): SalaryForm | null =>
  salaryFormsOn(day).find((form) => form.code === code) ?? null
