import { degree, NO_PAST, parents, place, type SamplePerson, step, work } from './sample-person'

const UNIT = { code: 'H20.15', name: 'Sở Y tế' }

/** Head of a department, managed by the Standing Committee of the Party. */
export const PHAM_THI_HONG: SamplePerson = {
  name: 'Phạm Thị Hồng',
  unit: UNIT,
  typed: {
    agency: {
      person_category: 'CONG_CHUC',
      employment_status: 'DANG_LAM_VIEC',
      managed_by_standing_committee: true,
      staff_number: 'DT-SYT-000001',
    },
    identity: {
      has_social_insurance: true,
      has_health_insurance_card: false,
      full_name: 'Phạm Thị Hồng',
      gender: '2',
      date_of_birth: '20/09/1971',
      place_of_birth: place('Thị xã Sa Đéc, tỉnh Đồng Tháp'),
      native_place: place('Xã Tân Quy Đông, thị xã Sa Đéc, tỉnh Đồng Tháp'),
      ethnicity: '01',
      religion: '99',
      citizen_id: '087171778899',
      citizen_id_issued_on: '15/04/2021',
      phone: '0912000071',
      social_insurance_no: '8796000071',
      current_address: place('Phường Cao Lãnh, tỉnh Đồng Tháp'),
    },
    affiliation: {
      is_party_member: true,
      is_official_party_member: true,
      party_joined_on: '19/05/1999',
      party_official_on: '19/05/2000',
      served_in_forces: false,
      prior_occupation: 'Sinh viên',
      first_recruited_on: '01/10/1996',
      recruiting_agency: 'Sở Y tế Đồng Tháp',
      current_unit_joined_on: '01/10/1996',
    },
    qualification: { general_education_level: '22', highest_qualification: '12' },
    position: {
      holds_position: true,
      current_position: 'GD_SO',
      position_appointed_on: '01/03/2023',
      party_position: 'BT_DU',
      main_duty: 'Lãnh đạo, quản lý toàn diện công tác của Sở',
    },
    salary: {
      rank: '01.001',
      rank_code: '01.001',
      rank_appointed_on: '01/01/2022',
      salary_step: '2',
      salary_coefficient: '6,56',
      salary_effective_on: '01/01/2025',
      salary_percent: '100',
      position_allowance: '0,9',
    },
    health: { health_status: 'II' },
    training: {
      trainings: [
        degree('t1', '9/1990', '7/1996', 'Trường Đại học Y Dược Cần Thơ', 'Y đa khoa', '04'),
        degree('t2', '9/2006', '12/2008', 'Trường Đại học Y Dược TP Hồ Chí Minh', 'Quản lý y tế', '12'),
        {
          ...{
            id: 't3',
            kind: 'LY_LUAN_CHINH_TRI',
            training_period: { from: '2014', to: '2015' },
            training_mode: 'TT',
          },
          ...{ training_institution: 'Học viện Chính trị khu vực IV', training_credential: '09' },
          ...{ credential_no: '', issued_on: '' },
        },
      ],
    },
    work: {
      workHistory: [
        work('w1', '10/1996', '2/2023', 'Sở Y tế', 'Chuyên viên, Trưởng phòng, Phó Giám đốc'),
        work('w2', '3/2023', 'nay', 'Sở Y tế', 'Giám đốc'),
      ],
    },
    background: NO_PAST,
    family: { family: parents('Phạm Văn Lý', 'Nguyễn Thị Cúc', [1944, 1947]) },
    economy: {
      salaryHistory: [
        step('l1', '1/2022', '12/2024', '01.001', 1, '6,2'),
        step('l2', '1/2025', 'nay', '01.001', 2, '6,56'),
      ],
    },
  },
}
