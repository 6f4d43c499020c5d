import { degree, NO_PAST, parents, place, type SamplePerson, step, work } from './sample-person'

const UNIT = { code: 'H20.60.01', name: 'Hội Chữ thập đỏ tỉnh Đồng Tháp' }

/** Works for a Hội with assigned headcount, and is never sent to the ministry. */
export const TRAN_MINH_KHOA: SamplePerson = {
  name: 'Trần Minh Khoa',
  unit: UNIT,
  typed: {
    agency: {
      person_category: 'NGUOI_LAM_VIEC_HOI',
      employment_status: 'DANG_LAM_VIEC',
      managed_by_standing_committee: false,
    },
    identity: {
      has_social_insurance: true,
      has_health_insurance_card: false,
      full_name: 'TRẦN MINH KHOA',
      gender: '1',
      date_of_birth: '10061979',
      place_of_birth: place('Thị xã Cao Lãnh, tỉnh Đồng Tháp'),
      native_place: place('Xã Hòa An, thị xã Cao Lãnh, tỉnh Đồng Tháp'),
      ethnicity: '01',
      religion: '99',
      citizen_id: '087079112233',
      citizen_id_issued_on: '12/07/2021',
      phone: '0912000079',
      social_insurance_no: '087079112233',
      current_address: place('Phường Cao Lãnh, tỉnh Đồng Tháp'),
    },
    affiliation: {
      is_party_member: true,
      is_official_party_member: true,
      party_joined_on: '3/2/2010',
      party_official_on: '3/2/2011',
      served_in_forces: false,
      prior_occupation: 'Nhân viên bán hàng',
      first_recruited_on: '01/05/2018',
      recruiting_agency: UNIT.name,
      current_unit_joined_on: '01/05/2018',
    },
    qualification: { general_education_level: '22', highest_qualification: '04' },
    position: { holds_position: false, main_duty: 'Vận động, quản lý quỹ nhân đạo' },
    salary: {
      rank: '01.003',
      rank_code: '01.003',
      rank_appointed_on: '01/05/2018',
      salary_step: '3',
      salary_coefficient: '3',
      salary_effective_on: '01/05/2024',
      salary_percent: '100',
    },
    health: { health_status: 'II' },
    training: {
      trainings: [degree('t1', '9/2000', '7/2004', 'Trường Đại học Đồng Tháp', 'Công tác xã hội', '04')],
    },
    work: { workHistory: [work('w1', '5/2018', 'nay', UNIT.name, 'Chuyên viên')] },
    background: NO_PAST,
    family: { family: parents('Trần Văn Minh', 'Lê Thị Ngọc', [1950, 1953]) },
    economy: {
      salaryHistory: [
        step('l1', '5/2021', '4/2024', '01.003', 2, '2,67'),
        step('l2', '5/2024', 'nay', '01.003', 3, '3,00'),
      ],
    },
  },
}
