import type { RecordData, SectionAnswers } from '@/lib/catalogue'
import { inSuccession, monthOf, monthsAfter, yearOf } from '../months'
import type { Profile } from '../profile'
import { agreedSince } from './salary'

/** Đồng a month, from 01/07/2026. */
const BASE_SALARY = 2_530_000

export function economy(profile: Profile): SectionAnswers<'economy'> {
  const chance = profile.chance('economy')
  const monthly = profile.pay ? Math.round(Number(profile.pay.now.coefficient) * BASE_SALARY) : (profile.agreedPay ?? 0)
  const other = chance.happens(30) ? chance.whole(10, 60) * 1_000_000 : null
  return {
    salaryHistory: salaryHistory(profile),
    allowances: allowances(profile),
    income_salary: monthly * 12,
    income_other: other,
    income_other_note: other === null ? null : 'Trồng cây ăn trái, cho thuê đất',
    housingLand: housingLand(profile),
  }
}

function salaryHistory(profile: Profile): SectionAnswers<'economy'>['salaryHistory'] {
  const chance = profile.chance('salary history')
  const paper = (from: string) => ({ decision_no: `${chance.whole(40, 990)}/QĐ`, decision_date: `${from}-01` })
  if (profile.pay === null) {
    const from = agreedSince(profile)
    return [
      {
        id: 's1',
        salary_history_period: { from, to: null },
        salary_history_rank_code: null,
        salary_history_step: null,
        salary_history_coefficient: null,
        salary_history_amount: profile.agreedPay,
        ...paper(from),
      },
    ]
  }
  return inSuccession(profile.pay.steps).map(({ from, to, rank, step, coefficient }, index) => ({
    id: `s${index + 1}`,
    salary_history_period: { from, to },
    salary_history_rank_code: rank,
    salary_history_step: step,
    salary_history_coefficient: coefficient,
    salary_history_amount: null,
    ...paper(from),
  }))
}

type AllowanceRow = NonNullable<RecordData['economy']['allowances']>[number]

function allowances({ job, appointedOn, joinedUnitOn, recruitedOn, today }: Profile): AllowanceRow[] | null {
  const row = (from: string, type: string, value: Partial<AllowanceRow>): AllowanceRow => ({
    id: '',
    allowance_period: { from, to: null },
    allowance_type: type,
    allowance_basis: 'PHAN_TRAM',
    allowance_percent: null,
    allowance_coefficient: null,
    allowance_amount: null,
    decision_no: null,
    ...value,
  })
  if (job.ranks.length === 0) {
    const amount = { allowance_basis: 'MUC_TIEN', allowance_amount: 500_000 }
    return job.title === 'Lái xe' ? [{ ...row(monthOf(joinedUnitOn), '21', amount), id: 'a1' }] : null
  }
  const taught = yearOf(today) - yearOf(recruitedOn) - 1
  const rows = job.allowances.flatMap(({ type, percent, seniority }) => {
    if (!seniority) return [row(monthOf(joinedUnitOn), type, { allowance_percent: percent ?? null })]
    const years = percent === undefined ? taught : Number(percent)
    if (years < 5) return []
    return [row(monthsAfter(monthOf(today), -6), type, { allowance_percent: String(years) })]
  })
  if (job.positionAllowance !== null && appointedOn !== null) {
    rows.push(
      row(monthOf(appointedOn), '08', { allowance_basis: 'HE_SO', allowance_coefficient: job.positionAllowance }),
    )
  }
  return rows.length === 0 ? null : rows.map((one, index) => ({ ...one, id: `a${index + 1}` }))
}

function housingLand(profile: Profile): SectionAnswers<'economy'>['housingLand'] {
  const chance = profile.chance('housing')
  const row = (kind: string, type: string, area: number, certified: boolean) => ({
    id: '',
    kind,
    asset_type: type,
    asset_area_m2: String(area),
    asset_certificate: certified ? `CH${chance.digits(6)}` : null,
  })
  const rows = [
    ...(chance.happens(70)
      ? [row('NHA_MUA_XAY', chance.one(['6', '6', '5', '4']), chance.whole(48, 160), chance.happens(60))]
      : []),
    ...(chance.happens(60) ? [row('DAT_O_MUA', chance.one(['10', '8', '9']), chance.whole(80, 320), true)] : []),
    ...(chance.happens(25) ? [row('DAT_SXKD', '11', chance.whole(2, 26) * 500, true)] : []),
  ]
  return rows.length === 0 ? null : rows.map((one, index) => ({ ...one, id: `n${index + 1}` }))
}
