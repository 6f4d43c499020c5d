import { emptyRecord, type RecordData } from '@/lib/catalogue'
import { codeLists } from '@/lib/catalogue/code-lists'
import { newPerson } from '@/lib/domain/new-person'
import { OWN_SECTIONS, unitAnswers } from './answers'
import type { Profile } from './profile'
import { UNITS } from './units'

/** What the unit types when the person comes. */
export const typedPerson = ({
  citizenId,
  fullName,
  dateOfBirth,
  joinedUnitOn,
  job,
  employmentStatus,
  managed,
}: Profile) => ({
  ...{ citizenId, fullName, dateOfBirth, employmentStatus },
  from: joinedUnitOn,
  personCategory: job.category,
  managedByStandingCommittee: managed,
})

/** The whole record as it stands when unit and person have written everything. Only the tests want it in one piece. */
export function completeDraft(profile: Profile): RecordData {
  const parent = UNITS.find(({ code }) => code === profile.unit.parent) ?? null
  const { draft } = newPerson(typedPerson(profile), profile.unit, parent, codeLists)
  const own = Object.entries(OWN_SECTIONS).map(([section, answers]) => [section, answers(profile)])
  return { ...emptyRecord(), ...Object.fromEntries(own), agency: { ...draft.agency, ...unitAnswers(profile) } }
}
