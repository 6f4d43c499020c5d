import { degree, NO_PAST, parents, place, type SamplePerson, step, work } from './sample-person'

const UNIT = { code: 'H20.41.32', name: 'Trường Tiểu học Lê Quý Đôn' }

/** Khmer, born in a province that has been merged since. */
export const THACH_THI_SO_PHIA: SamplePerson = {
  name: 'Thạch Thị Sô Phia',
  unit: UNIT,
  typed: {
    agency: {
      person_category: 'VIEN_CHUC',
      employment_status: 'DANG_LAM_VIEC',
      managed_by_standing_committee: false,
      staff_number: 'DT-LQD-000090',
    },
    identity: {
      has_social_insurance: true,
      has_health_insurance_card: false,
      full_name: 'Thạch Thị Sô Phia',
      gender: '2',
      date_of_birth: '15/10/1990',
      place_of_birth: place('Xã Đa Lộc, huyện Châu Thành, tỉnh Trà Vinh', '84'),
      native_place: place('Xã Đa Lộc, huyện Châu Thành, tỉnh Trà Vinh', '84'),
      ethnicity: '05',
      religion: '01',
      citizen_id: '084190005678',
      citizen_id_issued_on: '20/06/2021',
      phone: '+84 912 000 090',
      social_insurance_no: '8412000090',
      current_address: place('Phường Sa Đéc, tỉnh Đồng Tháp'),
    },
    affiliation: {
      is_party_member: false,
      served_in_forces: false,
      prior_occupation: 'Sinh viên',
      first_recruited_on: '01/09/2014',
      recruiting_agency: 'Ủy ban nhân dân thành phố Sa Đéc',
      current_unit_joined_on: '01/09/2014',
      contract_type: 'HDLV_KXD',
      contract_no: '90/HĐLV',
      contract_period: { from: '9/2015', to: '' },
    },
    qualification: { general_education_level: '22', highest_qualification: '04' },
    position: { holds_position: false, main_duty: 'Giảng dạy, chủ nhiệm lớp' },
    salary: {
      rank: 'V.07.03.29',
      rank_code: 'V.07.03.29',
      rank_appointed_on: '20/03/2021',
      salary_step: '4',
      salary_coefficient: '3,33',
      salary_effective_on: '01/09/2024',
      salary_percent: '100',
      job_position: 'CM067',
      job_position_code: 'CM067',
    },
    health: { health_status: 'I' },
    training: {
      trainings: [
        degree('t1', '9/2008', '7/2012', 'Trường Đại học Trà Vinh', 'Giáo dục tiểu học', '04'),
        {
          ...{ id: 't2', kind: 'NGOAI_NGU_TIENG_DAN_TOC', training_period: { from: '3/2013', to: '9/2013' } },
          ...{ training_institution: 'Trường Đại học Trà Vinh', training_language: 'KHMER', training_credential: 'DT' },
          ...{ training_score: 'Khá', credential_no: '', issued_on: '' },
        },
      ],
    },
    work: { workHistory: [work('w1', '9/2014', '', UNIT.name, 'Giáo viên')] },
    background: NO_PAST,
    family: { family: parents('Thạch Sa Vươn', 'Kim Thị Sa Rây', [1962, 1965]) },
    economy: {
      salaryHistory: [
        step('l1', '9/2021', '8/2024', 'V.07.03.29', 3, '3'),
        step('l2', '9/2024', '', 'V.07.03.29', 4, '3,33'),
      ],
    },
  },
}
