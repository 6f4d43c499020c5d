import type { RecordData } from '@/lib/catalogue'

/** A change to a sound record, by what it is about. */
export type Edit = (data: RecordData) => void

type Period = { from: string; to: string | null }
type RewardRow = NonNullable<RecordData['recognition']['rewards']>[number]
type AllowanceRow = NonNullable<RecordData['economy']['allowances']>[number]

export function set<T extends object, K extends keyof T>(section: T, code: K, answer: T[K]) {
  section[code] = answer
}

export function insured(number: string, card: string | null = null): Edit {
  return ({ identity }) =>
    Object.assign(identity, {
      has_social_insurance: true,
      social_insurance_no: number,
      has_health_insurance_card: card !== null,
      health_insurance_card_no: card,
    })
}

export function party(joined: string | null, official: string | null = null): Edit {
  return ({ affiliation }) =>
    Object.assign(affiliation, {
      is_party_member: true,
      is_official_party_member: official !== null,
      party_joined_on: joined,
      party_official_on: official,
    })
}

export function served(enlisted: string, discharged: string): Edit {
  return ({ affiliation }) =>
    Object.assign(affiliation, {
      served_in_forces: true,
      was_discharged: true,
      enlisted_on: enlisted,
      discharged_on: discharged,
    })
}

export function leads(
  appointed: string,
  again: string | null = null,
  position: string | null = null,
  allowance: string | null = null,
): Edit {
  return (data) => {
    Object.assign(data.position, {
      holds_position: true,
      position_appointed_on: appointed,
      position_reappointed_on: again,
      current_position: position,
    })
    data.salary.position_allowance = allowance
  }
}

export function rank(chosen: string, code: string): Edit {
  return ({ salary }) => Object.assign(salary, { rank: chosen, rank_code: code })
}

export function overScale(step: number, from: string): Edit {
  return ({ salary }) =>
    Object.assign(salary, { salary_step: step, over_scale_percent: 5, over_scale_effective_on: from })
}

export function work(...periods: Period[]): Edit {
  return (data) => {
    data.work.workHistory = periods.map((period, index) => ({
      id: `w${index}`,
      work_period: period,
      work_unit: 'Trường THPT',
      work_position: 'Giáo viên',
      decision_no: null,
      decision_date: null,
    }))
  }
}

export function salaries(...periods: Period[]): Edit {
  return (data) => {
    data.economy.salaryHistory = periods.map(salaryRow)
  }
}

export function salaryRow(period: Period, index: number) {
  return {
    id: `s${index}`,
    salary_history_period: period,
    salary_history_rank_code: 'V.07.05.15',
    salary_history_step: 4,
    salary_history_coefficient: '3.33',
    salary_history_amount: null,
    decision_no: null,
    decision_date: null,
  }
}

export function salaryRank(code: string): Edit {
  return (data) => {
    data.economy.salaryHistory = [{ ...salaryRow({ from: '2024-09', to: null }, 0), salary_history_rank_code: code }]
  }
}

export function degree(code: string): Edit {
  return (data) => {
    data.training.trainings = [
      {
        id: 't1',
        kind: 'CHUYEN_MON',
        training_period: { from: '2005', to: '2009' },
        training_institution: 'Đại học Đồng Tháp',
        training_major: 'Toán',
        training_mode: '00',
        training_credential: code,
        training_language: null,
        training_score: null,
        credential_no: null,
        issued_on: null,
      },
    ]
  }
}

export function reward(year: number, said: Partial<RewardRow> = {}): Edit {
  return (data) => {
    data.recognition.rewards = [
      {
        id: 'r1',
        reward_year: year,
        professional_rating: null,
        emulation_title: null,
        reward_form: null,
        decision_no: null,
        decision_date: null,
        decision_authority: null,
        ...said,
      },
    ]
  }
}

export function discipline(form: string, from: string, to: string | null = null): Edit {
  return (data) => {
    data.recognition.disciplines = [
      {
        id: 'd1',
        kind: 'HANH_CHINH',
        discipline_period: { from, to },
        discipline_form: form,
        discipline_reason: 'x',
        discipline_authority: 'y',
        decision_no: null,
        decision_date: null,
      },
    ]
  }
}

export function relative(side: string, relation: string, year: number): Edit {
  return ({ family }) => {
    family.family = [
      ...(family.family ?? []),
      {
        id: 'f9',
        kind: side,
        family_relation: relation,
        family_name: 'Trần Văn B',
        family_birth_year: year,
        family_detail: 'x',
      },
    ]
  }
}

export function contract(type: string, from: string, to: string | null = null): Edit {
  return (data) => {
    Object.assign(data.affiliation, { contract_type: type, contract_period: { from, to } })
  }
}

export function allowance(said: Partial<AllowanceRow>): Edit {
  return (data) => {
    data.economy.allowances = [
      {
        id: 'a1',
        allowance_period: { from: '2020-01', to: null },
        allowance_type: '08',
        allowance_basis: null,
        allowance_percent: null,
        allowance_coefficient: null,
        allowance_amount: null,
        decision_no: null,
        ...said,
      },
    ]
  }
}
