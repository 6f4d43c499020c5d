import { ALL_FIELDS, type AnswersOf, type RecordData, SECTION_IDS, type SectionId } from '@/lib/catalogue'
import type { WhoMayEdit } from '@/lib/catalogue/field'
import type { Change } from './changes'
import type { Edit } from './record'
import type { Finding } from './rules/rule'

/** Numbers no two people share: whose they are is for the server to look up. */
export const UNIQUE_NUMBERS = SECTION_IDS.flatMap((section) =>
  ALL_FIELDS.filter((field) => field.section === section && field.unique && field.table === null).map(
    ({ code, whoMayEdit }) => ({ section, code, whoMayEdit }),
  ),
)

export type ClaimedNumber = { section: SectionId; code: string; value: string; whoMayEdit: WhoMayEdit }

/**
 * A number that is also somebody else's. `settled`: an account was issued for it, or it stands in an approved record.
 * `typed`: it stands in another working copy only, where it may be the one that is mistyped.
 */
export type HeldNumber = Omit<ClaimedNumber, 'value'> & { by: 'settled' | 'typed' }

/** The numbers among these changes that somebody else may have. */
export const claimed = (changes: readonly Change[]): ClaimedNumber[] =>
  UNIQUE_NUMBERS.flatMap(({ section, code, whoMayEdit }) => {
    const value = changes.find((change) => change.section === section && change.code === code)?.after
    return typeof value === 'string' ? [{ section, code, value, whoMayEdit }] : []
  })

/** All such numbers of a record. */
export const numbersOf = (data: RecordData): ClaimedNumber[] =>
  UNIQUE_NUMBERS.flatMap(({ section, code, whoMayEdit }) => {
    const value = (data[section] as AnswersOf)[code]
    return typeof value === 'string' ? [{ section, code, value, whoMayEdit }] : []
  })

/** What is alike in two records that hold one number, by the number's code: a ground of `GROUNDS`. */
export const GROUND_OF_NUMBER: Record<string, string> = {
  citizen_id: 'citizenId',
  staff_number: 'staffNumber',
  national_staff_id: 'nationalId',
  social_insurance_no: 'insurance',
}

/** Each says what is so and what to do; never whose the number is. */
export const HELD_SENTENCES = {
  settled:
    'Số này đã có trong một hồ sơ khác. Xem lại từng chữ số; nếu giấy tờ của Anh/Chị ghi đúng như vậy, báo cán bộ hồ sơ: hai hồ sơ đã vào mục Nghi trùng để so sánh.',
  typed:
    'Số này cũng đang ghi trong bản nháp của một người khác. Xem lại từng chữ số; đúng với giấy tờ thì cứ giữ, cán bộ hồ sơ sẽ so hai hồ sơ.',
} as const

/** The edit without the numbers that are somebody else's: the answer before stays, with a sentence. */
export function withoutTaken(edit: Edit, before: AnswersOf, held: readonly HeldNumber[]): Edit {
  const taken = held.filter(({ by }) => by === 'settled').map(({ code }) => code)
  if (taken.length === 0) return edit
  return {
    changes: edit.changes.filter(({ code }) => !taken.includes(code)),
    section: { ...edit.section, ...Object.fromEntries(taken.map((code) => [code, before[code] ?? null])) },
    errors: { ...edit.errors, ...Object.fromEntries(taken.map((code) => [code, HELD_SENTENCES.settled])) },
  }
}

/** For the form and for sending, beside what the rules find: a settled number keeps the record back, a typed one is stood by. */
export const numberFindings = (held: readonly HeldNumber[]): Finding[] =>
  held.map(({ section, code, by }) => ({
    rule: 'number-of-another',
    severity: by === 'settled' ? 'error' : 'warning',
    place: { section, code },
    sentence: HELD_SENTENCES[by],
  }))
