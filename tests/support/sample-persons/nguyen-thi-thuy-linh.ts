import { degree, NO_PAST, parents, place, type SamplePerson, step, work } from './sample-person'

const UNIT = { code: 'H20.09.12', name: 'Trường THPT Thành phố Sa Đéc' }

const byPercent = (id: string, from: string, type: string, percent: string) => ({
  ...{ id, allowance_period: { from, to: 'nay' }, allowance_type: type, allowance_basis: 'PHAN_TRAM' },
  ...{ allowance_percent: percent, allowance_coefficient: '', allowance_amount: '', decision_no: '' },
})

/** Deputy head of a school, to be converted from hạng to bậc nghề nghiệp. */
export const NGUYEN_THI_THUY_LINH: SamplePerson = {
  name: 'Nguyễn Thị Thùy Linh',
  unit: UNIT,
  typed: {
    agency: {
      person_category: 'VIEN_CHUC',
      employment_status: 'DANG_LAM_VIEC',
      managed_by_standing_committee: false,
      staff_number: 'DT-GD-000128',
      email_official: 'nttlinh.thptsadec@dongthap.gov.vn',
    },
    identity: {
      has_social_insurance: true,
      has_health_insurance_card: true,
      full_name: 'Nguyễn Thị Thùy Linh',
      gender: '2',
      other_names: 'Thùy Linh (bút danh)',
      date_of_birth: '14/8/1988',
      place_of_birth: place('Bệnh viện Đa khoa Sa Đéc, thị xã Sa Đéc, tỉnh Đồng Tháp'),
      native_place: place('Xã Tân Quy Đông, thị xã Sa Đéc, tỉnh Đồng Tháp'),
      ethnicity: '01',
      religion: '99',
      citizen_id: '087188004321',
      citizen_id_issued_on: '20/5/2021',
      phone: '0912 345 678',
      social_insurance_no: '8721456789',
      health_insurance_card_no: 'HC4878721456789',
      current_address: place('Số 12, đường Hùng Vương, khóm 1, phường Sa Đéc, tỉnh Đồng Tháp'),
    },
    affiliation: {
      is_party_member: true,
      is_official_party_member: true,
      party_joined_on: '03/03/2014',
      party_official_on: '03/03/2015',
      first_sociopolitical_org_joined_on: '26/3/2003',
      first_sociopolitical_org: 'DTN',
      served_in_forces: false,
      prior_occupation: 'Sinh viên',
      first_recruited_on: '01/09/2011',
      recruiting_agency: 'Sở Giáo dục và Đào tạo Đồng Tháp',
      current_unit_joined_on: '01/08/2016',
      contract_type: 'HDLV_KXD',
      contract_no: '128/HĐLV',
      contract_period: { from: '9/2012', to: 'nay' },
    },
    qualification: {
      general_education_level: '22',
      highest_qualification: '03',
      state_title: ['31'],
      state_title_years: '2023',
    },
    position: {
      holds_position: true,
      current_position: 'PHT_THPT',
      position_appointed_on: '15/08/2021',
      position_reappointed_on: '15/08/2026',
      planned_position: ['HT_THPT'],
      planned_position_period: '2025-2030',
      party_position: 'PBT_CB',
      main_duty: 'Phụ trách chuyên môn khối 12',
      work_strength: 'Giảng dạy Toán',
      longest_job: 'Giáo viên Toán THPT',
    },
    salary: {
      rank: 'V.07.05.14',
      rank_code: 'v.07.05.14',
      rank_appointed_on: '30/05/2023',
      salary_step: '3',
      salary_coefficient: '4,68',
      salary_effective_on: '01/09/2024',
      salary_percent: '100',
      position_allowance: '0,45',
      other_allowance: 'Ưu đãi nghề 30%; thâm niên nhà giáo 14%',
      job_position: 'QL02',
      job_position_code: 'QL02',
    },
    health: { health_status: 'II', height_cm: '158', weight_kg: '52', blood_type: 'O+' },
    training: {
      trainings: [
        degree('t1', '9/2006', '6/2010', 'Trường Đại học Đồng Tháp', 'Sư phạm Toán học', '04'),
        degree('t2', '9/2013', '10/2015', 'Trường Đại học Đồng Tháp', 'Quản lý giáo dục', '03'),
      ],
    },
    work: {
      workHistory: [
        work('w1', '9/2011', '7/2016', 'Trường THPT Tháp Mười', 'Giáo viên'),
        work('w2', '8/2016', 'nay', UNIT.name, 'Giáo viên, Tổ trưởng Tổ Toán, Phó Hiệu trưởng'),
      ],
    },
    background: NO_PAST,
    family: { family: parents('Nguyễn Văn Thành', 'Lê Thị Thu', [1958, 1961]) },
    economy: {
      salaryHistory: [
        step('l1', '9/2021', '8/2024', 'V.07.05.14', 2, '4,34'),
        step('l2', '9/2024', 'nay', 'V.07.05.14', 3, '4,68'),
      ],
      allowances: [byPercent('p1', '9/2025', '13', '14'), byPercent('p2', '9/2011', '11', '30')],
      income_salary: '180.000.000',
      income_other: '30.000.000',
      income_other_note: 'Cho thuê đất vườn',
    },
  },
}
