import { emptyRecord, type RecordData } from '@/lib/catalogue'

/** A draft in which nothing required is missing. */
export function aCompleteDraft(spec: {
  fullName: string
  citizenId: string
  unit: { code: string; name: string }
  category?: string | undefined
}): RecordData {
  const data = emptyRecord()
  const unit = { code: spec.unit.code, name: spec.unit.name }
  const place = { text: 'Phường Sa Đéc, tỉnh Đồng Tháp', code: null, listValidFrom: null }
  const civil = { staff_number: `DT-${spec.citizenId.slice(-6)}` }
  Object.assign(data.agency, {
    person_category: spec.category ?? 'VIEN_CHUC',
    employment_status: 'DANG_LAM_VIEC',
    managed_by_standing_committee: false,
    managing_authority: unit,
    employing_unit: unit,
    ...civil,
  })
  Object.assign(data.identity, {
    has_social_insurance: false,
    has_health_insurance_card: false,
    full_name: spec.fullName,
    gender: '1',
    date_of_birth: '1985',
    place_of_birth: place,
    native_place: place,
    ethnicity: '01',
    religion: '99',
    citizen_id: spec.citizenId,
    citizen_id_issued_on: '2021-05-20',
    phone: '0912345678',
    current_address: place,
  })
  Object.assign(data.affiliation, {
    is_party_member: false,
    served_in_forces: false,
    prior_occupation: 'Sinh viên',
    first_recruited_on: '2011-09-01',
    recruiting_agency: 'Sở Giáo dục và Đào tạo',
    current_unit_joined_on: '2011-09-01',
    contract_type: spec.category === 'LAO_DONG_HOP_DONG' ? 'HD111_HTPV' : 'HDLV_KXD',
    contract_no: '118/HĐ',
    contract_period: { from: '2024-01', to: null },
  })
  Object.assign(data.qualification, { general_education_level: '22', highest_qualification: '03' })
  Object.assign(data.position, { holds_position: false, main_duty: 'Giảng dạy' })
  Object.assign(data.salary, {
    paid_by_scale: spec.category === 'LAO_DONG_HOP_DONG' ? false : null,
    rank: 'V.07.05.15',
    rank_code: 'V.07.05.15',
    rank_appointed_on: '2018-01-01',
    salary_step: 4,
    salary_coefficient: '3.33',
    salary_effective_on: '2024-09-01',
    salary_percent: '100',
    job_salary_amount: spec.category === 'LAO_DONG_HOP_DONG' ? 7_500_000 : null,
    job_salary_effective_on: spec.category === 'LAO_DONG_HOP_DONG' ? '2024-01-01' : null,
  })
  Object.assign(data.health, { health_status: 'I' })
  data.work.workHistory = [
    {
      id: 'w1',
      work_period: { from: '2011-09', to: null },
      work_unit: 'Trường THPT',
      work_position: 'Giáo viên',
      decision_no: null,
      decision_date: null,
    },
  ]
  Object.assign(data.background, {
    lived_under_old_regime: false,
    has_foreign_relations: false,
    arrest_history: 'Không',
  })
  data.family.family = [
    {
      id: 'f1',
      kind: 'OWN',
      family_relation: '03',
      family_name: 'Nguyễn Văn Cha',
      family_birth_year: 1955,
      family_detail: 'Làm ruộng, ở Sa Đéc',
    },
    {
      id: 'f2',
      kind: 'OWN',
      family_relation: '04',
      family_name: 'Trần Thị Mẹ',
      family_birth_year: 1957,
      family_detail: 'Nội trợ, ở Sa Đéc',
    },
  ]
  data.economy.salaryHistory = [
    {
      id: 's1',
      salary_history_period: { from: '2024-09', to: null },
      salary_history_rank_code: 'V.07.05.15',
      salary_history_step: 4,
      salary_history_coefficient: '3.33',
      salary_history_amount: null,
      decision_no: null,
      decision_date: null,
    },
  ]
  return data
}
