import { degree, NO_PAST, parents, place, type SamplePerson, step, work } from './sample-person'

const UNIT = { code: 'H20.41.05', name: 'Ủy ban nhân dân xã Tháp Mười' }

/** Only the year of birth is known. */
export const LE_VAN_SAU: SamplePerson = {
  name: 'Lê Văn Sáu',
  unit: UNIT,
  typed: {
    agency: {
      person_category: 'CONG_CHUC',
      employment_status: 'DANG_LAM_VIEC',
      managed_by_standing_committee: false,
      staff_number: 'DT-TM-000066',
    },
    identity: {
      has_social_insurance: true,
      has_health_insurance_card: true,
      full_name: 'Lê Văn Sáu',
      gender: '1',
      date_of_birth: '1966',
      place_of_birth: place('Xã Mỹ An, huyện Tháp Mười, tỉnh Đồng Tháp'),
      native_place: place('Xã Mỹ An, huyện Tháp Mười, tỉnh Đồng Tháp'),
      ethnicity: '01',
      religion: '99',
      citizen_id: '087 066 000 123',
      citizen_id_issued_on: '10/5/2021',
      phone: '0912 000 066',
      social_insurance_no: '8702000066',
      health_insurance_card_no: '8702000066',
      current_address: place('Xã Tháp Mười, tỉnh Đồng Tháp'),
      old_identity_no: '340 066 123',
    },
    affiliation: {
      is_party_member: false,
      served_in_forces: false,
      prior_occupation: 'Làm ruộng',
      first_recruited_on: '01/03/2003',
      recruiting_agency: 'Ủy ban nhân dân huyện Tháp Mười',
      current_unit_joined_on: '01/03/2003',
    },
    qualification: { general_education_level: '22', highest_qualification: '04' },
    position: { holds_position: false, main_duty: 'Theo dõi công tác lao động, người có công' },
    salary: {
      rank: '01.003',
      rank_code: '01.003',
      rank_appointed_on: '1/3/2003',
      salary_step: '8',
      salary_coefficient: '4,65',
      salary_effective_on: '01032024',
      salary_percent: '100',
    },
    health: { health_status: 'II' },
    training: {
      trainings: [degree('t1', '9/1998', '7/2002', 'Trường Đại học Cần Thơ', 'Hành chính học', '04')],
    },
    work: { workHistory: [work('w1', '3/2003', 'nay', UNIT.name, 'Chuyên viên')] },
    background: NO_PAST,
    family: { family: parents('Lê Văn Năm', 'Trần Thị Bảy', [1938, 1940]) },
    economy: {
      salaryHistory: [
        step('l1', '3/2021', '2/2024', '01.003', 7, '4,32'),
        step('l2', '3/2024', 'nay', '01.003', 8, '4,65'),
      ],
    },
  },
}
