import { NO_PAST, parents, place, type SamplePerson, step, work } from './sample-person'

const UNIT = { code: 'H20.09', name: 'Sở Giáo dục và Đào tạo' }

/** A driver on a contract of NĐ 111/2022, paid by agreement: no rank. */
export const NGUYEN_VAN_TU: SamplePerson = {
  name: 'Nguyễn Văn Tư',
  unit: UNIT,
  typed: {
    agency: {
      person_category: 'LAO_DONG_HOP_DONG',
      employment_status: 'DANG_LAM_VIEC',
      managed_by_standing_committee: false,
    },
    identity: {
      has_social_insurance: true,
      has_health_insurance_card: true,
      full_name: 'nguyễn văn tư',
      gender: '1',
      date_of_birth: '1/12/1970',
      place_of_birth: place('Xã Mỹ Tân, thị xã Cao Lãnh, tỉnh Đồng Tháp'),
      native_place: place('Xã Mỹ Tân, thị xã Cao Lãnh, tỉnh Đồng Tháp'),
      ethnicity: '01',
      religion: '99',
      citizen_id: '087070445566',
      citizen_id_issued_on: '08/08/2021',
      phone: '0912000070',
      social_insurance_no: '8712000070',
      health_insurance_card_no: 'dn4878712000070',
      current_address: place('Phường Cao Lãnh, tỉnh Đồng Tháp'),
    },
    affiliation: {
      is_party_member: false,
      served_in_forces: true,
      was_discharged: true,
      enlisted_on: '2/1990',
      discharged_on: '1/1992',
      highest_military_rank: 'HSQ2',
      prior_occupation: 'Lái xe',
      first_recruited_on: '01/01/2012',
      recruiting_agency: UNIT.name,
      current_unit_joined_on: '01/01/2012',
      contract_type: 'HD111_HTPV',
      contract_no: '12/HĐLĐ',
      contract_period: { from: '01/01/2025', to: '31/12/2027' },
    },
    qualification: { general_education_level: '22', highest_qualification: '07' },
    position: { holds_position: false, main_duty: 'Lái xe cơ quan' },
    salary: {
      paid_by_scale: false,
      job_salary_amount: '7.500.000',
      job_salary_effective_on: '01/01/2025',
      job_salary_percent: '100',
    },
    health: { health_status: 'II' },
    work: { workHistory: [work('w1', '1/2012', 'nay', UNIT.name, 'Lái xe')] },
    background: NO_PAST,
    family: { family: parents('Nguyễn Văn Ba', 'Phan Thị Sáu', [1942, 1945]) },
    economy: {
      salaryHistory: [
        {
          ...{ id: 'l1', salary_history_period: { from: '1/2025', to: 'nay' }, salary_history_rank_code: '' },
          ...{ salary_history_step: '', salary_history_coefficient: '', salary_history_amount: '7500000' },
        },
      ],
    },
  },
}

/** The same driver paid by Bảng 4 instead. */
export const NGUYEN_VAN_TU_BY_SCALE: SamplePerson = {
  ...NGUYEN_VAN_TU,
  typed: {
    ...NGUYEN_VAN_TU.typed,
    salary: {
      paid_by_scale: true,
      rank: '01.010',
      rank_code: '01.010',
      rank_appointed_on: '01/01/2012',
      salary_step: '6',
      salary_coefficient: '2,95',
      salary_effective_on: '01/04/2025',
      salary_percent: '100',
    },
    economy: {
      salaryHistory: [
        step('l1', '4/2023', '3/2025', '01.010', 5, '2,77'),
        step('l2', '4/2025', 'nay', '01.010', 6, '2,95'),
      ],
    },
  },
}
