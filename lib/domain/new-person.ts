import { emptyRecord, type RecordData } from '@/lib/catalogue'
import type { Lists } from '@/lib/catalogue/code-list'
import { isRealDay, readPartialDay } from '@/lib/catalogue/days'
import { readAnswers } from './answers'
import { type FieldErrors, Refusal } from './refusal'
import { managesItself, unitAnswer } from './unit-tree'

/** What is typed to make a person; answers in the form's own words. */
export type TypedPerson = {
  citizenId: string
  fullName: string
  dateOfBirth: string
  from: string
  personCategory: string
  employmentStatus: string
  managedByStandingCommittee: boolean
}

type PostedUnit = { code: string; agencyCode: string | null; name: string; typeCode: string }

/**
 * A person and the beginning of their record: judged by the form's own fields, in the form's own words.
 * `unit` is null while none has been chosen; `others` are faults found elsewhere on the same page; `known` is what is
 * known of them from elsewhere.
 */
export function newPerson(
  typed: TypedPerson,
  unit: PostedUnit | null,
  parent: PostedUnit | null,
  lists: Lists,
  others: FieldErrors = {},
  known: RecordData = emptyRecord(),
) {
  const identity = {
    full_name: typed.fullName,
    citizen_id: typed.citizenId,
    date_of_birth: typed.dateOfBirth,
  }
  const agency = {
    person_category: typed.personCategory,
    employment_status: typed.employmentStatus,
    managed_by_standing_committee: typed.managedByStandingCommittee,
  }
  const readings = [
    readAnswers('identity', identity, known.identity, lists),
    readAnswers('agency', agency, known.agency, lists),
  ] as const
  const from = readPartialDay(typed.from)
  const errors: FieldErrors = {
    ...readings[0].errors,
    ...readings[1].errors,
    ...blanks(readings[0].values, readings[1].values),
    ...others,
    ...(unit === null ? { unitId: 'Chọn đơn vị.' } : {}),
    ...(from === null || !isRealDay(from) ? { from: 'Ghi đủ ngày/tháng/năm, ví dụ 01/09/2026.' } : {}),
  }
  if (unit === null || Object.keys(errors).length > 0)
    throw new Refusal('formInvalid', { count: Object.keys(errors).length }, errors)
  const draft = {
    ...known,
    identity: { ...known.identity, ...readings[0].values },
    agency: { ...known.agency, ...readings[1].values, ...placeOf(unit, parent) },
  } as RecordData
  return { draft, from: from as string }
}

/** Fields 1 and 2 of the form, which follow from the posting and are never typed. */
export const placeOf = (unit: PostedUnit, parent: PostedUnit | null) => ({
  employing_unit: unitAnswer(unit),
  managing_authority: unitAnswer(parent === null || managesItself({ parentType: parent.typeCode }) ? unit : parent),
})

const BLANKS: Record<string, string> = {
  full_name: 'Ghi họ và tên khai sinh.',
  citizen_id: 'Ghi số căn cước, 12 chữ số như trên thẻ.',
  date_of_birth: 'Ghi ngày sinh, hoặc chỉ năm sinh.',
  person_category: 'Chọn đối tượng.',
  employment_status: 'Chọn trạng thái công tác.',
}

function blanks(...values: Record<string, unknown>[]): FieldErrors {
  const all = Object.assign({}, ...values)
  return Object.fromEntries(Object.entries(BLANKS).filter(([code]) => code in all && all[code] === null))
}
