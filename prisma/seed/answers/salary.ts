import type { SectionAnswers } from '@/lib/catalogue'
import { firstDay, monthOf, yearOf } from '../months'
import type { Profile } from '../profile'

export function salary(profile: Profile): SectionAnswers<'salary'> {
  const { pay, job, agreedPay, joinedUnitOn, today } = profile
  const agreedFrom = `${Math.max(yearOf(joinedUnitOn), yearOf(today) - 2)}-01-01`
  const inCharge = job.position === 'PCT_UBND_XA'
  return {
    paid_by_scale: job.category === 'LAO_DONG_HOP_DONG' ? pay !== null : null,
    rank: pay?.now.rank ?? null,
    rank_code: pay?.now.rank ?? null,
    rank_appointed_on: pay ? firstDay(pay.rankSince) : null,
    salary_step: pay?.now.step ?? null,
    salary_coefficient: pay?.now.coefficient ?? null,
    salary_effective_on: pay ? firstDay(pay.now.from) : null,
    salary_percent: pay ? (onProbation(profile) ? '85' : '100') : null,
    salary_percent_note: null,
    over_scale_percent: pay?.overScale?.percent ?? null,
    over_scale_effective_on: pay?.overScale?.since ?? null,
    position_allowance: job.positionAllowance === null ? null : Number(job.positionAllowance).toFixed(2),
    concurrent_allowance: inCharge ? '10' : null,
    concurrent_allowance_basis: inCharge ? 'PHAN_TRAM' : null,
    other_allowance:
      job.allowances.length > 0 ? job.allowances.map(({ type }) => ALLOWANCE_WORDS[type]).join('; ') : null,
    job_position: job.jobPosition,
    job_position_code: job.jobPosition,
    job_salary_step: null,
    job_salary_amount: agreedPay,
    job_salary_effective_on: agreedPay === null ? null : agreedFrom < joinedUnitOn ? joinedUnitOn : agreedFrom,
    job_salary_percent: agreedPay === null ? null : '100',
    job_over_scale_percent: null,
    job_over_scale_effective_on: null,
  }
}

const onProbation = ({ employmentStatus }: Profile) => employmentStatus === 'TAP_SU'

const ALLOWANCE_WORDS: Record<string, string> = {
  '01': 'Phụ cấp công vụ',
  '10': 'Phụ cấp ưu đãi theo nghề',
  '11': 'Phụ cấp ưu đãi nhà giáo',
  '13': 'Phụ cấp thâm niên nhà giáo',
}

/** The month pay by agreement began, as the history of pay says it too. */
export const agreedSince = (profile: Profile) =>
  monthOf(salary(profile).job_salary_effective_on ?? profile.joinedUnitOn)
