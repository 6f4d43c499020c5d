import type { SectionAnswers } from '@/lib/catalogue'
import { dayIn, monthOf, monthsAfter, monthsBetween, yearOf, yearsAfter } from '../months'
import type { Profile } from '../profile'

export function affiliation(profile: Profile): SectionAnswers<'affiliation'> {
  const { job, unit, recruitedOn, joinedUnitOn, partyJoinedOn, served, dateOfBirth, today } = profile
  const chance = profile.chance('affiliation')
  const partyOfficialOn = partyJoinedOn && yearsAfter(partyJoinedOn, 1)
  const official = partyOfficialOn !== null && partyOfficialOn < today
  return {
    is_party_member: partyJoinedOn !== null,
    is_official_party_member: partyJoinedOn === null ? null : official,
    served_in_forces: served !== null,
    was_discharged: served === null ? null : true,
    prior_occupation: job.ranks.length === 0 ? chance.one(['Lao động tự do', 'Làm vườn', 'Công nhân']) : 'Sinh viên',
    first_recruited_on: recruitedOn,
    recruiting_agency: recruiter(profile),
    current_unit_joined_on: joinedUnitOn,
    party_joined_on: partyJoinedOn,
    party_official_on: official ? partyOfficialOn : null,
    first_sociopolitical_org_joined_on: dayIn(yearOf(dateOfBirth) + 16, 3, 26),
    first_sociopolitical_org: 'DTN',
    enlisted_on: served?.from ?? null,
    discharged_on: served?.to ?? null,
    highest_military_rank: served?.rank ?? null,
    policy_category: policy(profile),
    recruitment_method:
      job.ranks.length === 0
        ? 'KY_HD'
        : job.category === 'CAN_BO'
          ? 'BAU'
          : chance.one(['THI', 'XET', 'XET', 'TIEP_NHAN']),
    ...contract(profile, chance.whole(12, 480), unit.code.toUpperCase()),
  }
}

const recruiter = ({ unit, job }: Profile) =>
  job.category === 'VIEN_CHUC' && unit.parent !== 'dt'
    ? (RECRUITERS[unit.staff] ?? unit.name)
    : 'Ủy ban nhân dân tỉnh Đồng Tháp'

const RECRUITERS: Record<string, string> = {
  highSchool: 'Sở Giáo dục và Đào tạo',
  hospital: 'Sở Y tế',
  primary: 'Ủy ban nhân dân thành phố Cao Lãnh',
  middleSchool: 'Ủy ban nhân dân huyện Tháp Mười',
  kindergarten: 'Ủy ban nhân dân huyện Tháp Mười',
}

function policy(profile: Profile): string[] | null {
  const chance = profile.chance('policy')
  const found = [
    profile.served && 'QUAN_NHAN_XUAT_NGU',
    chance.happens(5) && chance.one(['CON_THUONG_BINH', 'CON_LIET_SI', 'CON_NGUOI_CO_CONG', 'CON_HDKC_CDHH']),
  ].filter((one) => typeof one === 'string')
  return found.length > 0 ? found : null
}

/** In months: the longest term of a working contract. */
const FIVE_YEARS = 60

/** Without term for those recruited before 01/07/2020 (Luật sửa đổi 2019), for three years at a time after. */
function contract({ job, recruitedOn, joinedUnitOn, today }: Profile, number: number, unit: string) {
  if (job.category !== 'VIEN_CHUC' && job.category !== 'LAO_DONG_HOP_DONG') return NO_CONTRACT
  const paper = `${number}/HĐ-${unit.replaceAll('-', '')}`
  if (job.category === 'LAO_DONG_HOP_DONG') {
    const year = yearOf(joinedUnitOn) + 3 * Math.floor((yearOf(today) - yearOf(joinedUnitOn)) / 3)
    const from = `${Math.min(year, yearOf(today) - 1)}-01-01`
    return {
      contract_type: 'HD111_HTPV',
      contract_no: paper,
      contract_period: { from, to: `${yearOf(from) + 2}-12-31` },
    }
  }
  const from = monthsAfter(monthOf(recruitedOn), 12)
  if (recruitedOn < '2020-07-01') {
    return { contract_type: 'HDLV_KXD', contract_no: paper, contract_period: { from, to: null } }
  }
  const terms = Math.floor(monthsBetween(recruitedOn, today) / FIVE_YEARS)
  const renewed = monthsAfter(monthOf(recruitedOn), FIVE_YEARS * terms)
  return {
    contract_type: 'HDLV_XD',
    contract_no: paper,
    contract_period: { from: renewed, to: monthsAfter(renewed, FIVE_YEARS - 1) },
  }
}

const NO_CONTRACT = { contract_type: null, contract_no: null, contract_period: null }
