import type { SectionAnswers } from '@/lib/catalogue'
import { dayIn, yearOf } from '../months'
import { inWords } from '../places'
import type { Profile } from '../profile'

export function identity(profile: Profile): SectionAnswers<'identity'> {
  const { fullName, gender, dateOfBirth, birthplace, home, ethnicity, religion, citizenId } = profile
  const chance = profile.chance('identity')
  const insured = profile.recruitedOn < `${yearOf(profile.today)}-01-01`
  const insuranceNo = `${chance.one(['79', '87', '82'])}${chance.digits(8)}`
  return {
    has_social_insurance: insured,
    has_health_insurance_card: true,
    full_name: fullName,
    gender,
    other_names: chance.happens(6) ? `Bảy ${fullName.split(' ').at(-1)}` : null,
    date_of_birth: dateOfBirth,
    place_of_birth: birthplace,
    native_place: birthplace,
    ethnicity,
    religion,
    citizen_id: citizenId,
    citizen_id_issued_on: dayIn(chance.whole(2021, 2024), chance.whole(1, 12), chance.whole(1, 28)),
    phone: `0${chance.one(['91', '94', '83', '84', '96', '97', '98', '32', '35', '70', '77'])}${chance.digits(7)}`,
    social_insurance_no: insured ? insuranceNo : null,
    health_insurance_card_no: chance.happens(60) ? insuranceNo : `HC487${insuranceNo}`,
    current_address: home,
    family_class_origin: chance.one(['ND', 'ND', 'ND', 'BN', 'TN', 'CC', 'CN', 'TTV']),
    old_identity_no: yearOf(dateOfBirth) < 2002 ? `34${chance.digits(7)}` : null,
    permanent_address: chance.happens(80) ? home : inWords(birthplace.text),
  }
}
