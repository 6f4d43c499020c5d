/** Answers of one record by field code, all sections together. */
export type Answers = Readonly<Record<string, unknown>>

/** Yes/no questions at the head of a section; “no” hides their fields and prints “Không”. */
export const GATE_CODES = [
  'is_party_member',
  'is_official_party_member',
  'served_in_forces',
  'was_discharged',
  'holds_position',
  'has_social_insurance',
  'has_health_insurance_card',
  'lived_under_old_regime',
  'has_foreign_relations',
] as const

export type GateCode = (typeof GATE_CODES)[number]

type Condition = { label: string; holds: (answers: Answers, row: Answers) => boolean }

const given = (value: unknown) => value !== null && value !== undefined
/** Also while it is being typed: `30.000.000` and `7,5` are no numbers to a machine. */
const isAboveZero = (value: unknown) => Number(String(value ?? 0).replace(/[.,\s]/gu, '')) > 0
const isOneOf = (value: unknown, ...codes: string[]) => typeof value === 'string' && codes.includes(value)

/** When a field is asked or shown. Named here once, so that form, completeness, print and documents say the same. */
export const CONDITIONS = {
  officialOrCivilServant: {
    label: 'là cán bộ, công chức',
    holds: (answers) => isOneOf(answers.person_category, 'CAN_BO', 'CONG_CHUC'),
  },
  paidByRank: {
    label: 'xếp lương theo ngạch, chức danh nghề nghiệp (với hợp đồng NĐ 111/2022: khi xếp theo bảng lương)',
    holds: ({ person_category, paid_by_scale }) => person_category !== 'LAO_DONG_HOP_DONG' || paid_by_scale === true,
  },
  paidByAgreement: {
    label: 'hợp đồng theo NĐ 111/2022 thỏa thuận mức tiền',
    holds: ({ person_category, paid_by_scale }) => person_category === 'LAO_DONG_HOP_DONG' && paid_by_scale !== true,
  },
  contractWorker: {
    label: 'là người lao động hợp đồng theo NĐ 111/2022',
    holds: (answers) => answers.person_category === 'LAO_DONG_HOP_DONG',
  },
  onContract: {
    label: 'là viên chức hoặc người lao động hợp đồng',
    holds: (answers) => isOneOf(answers.person_category, 'VIEN_CHUC', 'LAO_DONG_HOP_DONG'),
  },
  hasOverScale: {
    label: 'có phụ cấp thâm niên vượt khung',
    holds: (answers) => isAboveZero(answers.over_scale_percent),
  },
  hasJobOverScale: {
    label: 'có phụ cấp thâm niên vượt khung theo vị trí việc làm',
    holds: (answers) => isAboveZero(answers.job_over_scale_percent),
  },
  percentUnusual: {
    label: 'hưởng khác 100 % (tập sự: khác 85 %)',
    holds: ({ salary_percent, employment_status }) =>
      given(salary_percent) && Number(salary_percent) !== (employment_status === 'TAP_SU' ? 85 : 100),
  },
  hasConcurrentAllowance: {
    label: 'có phụ cấp kiêm nhiệm',
    holds: (answers) => given(answers.concurrent_allowance),
  },
  hasStateTitle: { label: 'có danh hiệu nhà nước phong tặng', holds: (answers) => given(answers.state_title) },
  isPlanned: { label: 'được quy hoạch chức danh', holds: (answers) => given(answers.planned_position) },
  hasOtherIncome: {
    label: 'có nguồn thu nhập khác',
    holds: (answers) => isAboveZero(answers.income_other),
  },
  hasFirstOrganisation: {
    label: 'có ngày tham gia tổ chức chính trị – xã hội đầu tiên',
    holds: (answers) => given(answers.first_sociopolitical_org_joined_on),
  },
  hasJobSalary: {
    label: 'hưởng lương theo mức tiền',
    holds: (answers) => given(answers.job_salary_amount),
  },
  courseEnded: {
    label: 'khóa học đã kết thúc',
    holds: (_, row) => given((row.training_period as { to?: unknown } | null)?.to),
  },
  rowPaidByRank: {
    label: 'dòng xếp lương theo ngạch',
    holds: (_, row) => !given(row.salary_history_amount),
  },
  allowanceByPercent: { label: 'hưởng theo phần trăm', holds: (_, row) => row.allowance_basis === 'PHAN_TRAM' },
  allowanceByCoefficient: { label: 'hưởng theo hệ số', holds: (_, row) => row.allowance_basis === 'HE_SO' },
  allowanceByAmount: { label: 'hưởng theo mức tiền', holds: (_, row) => row.allowance_basis === 'MUC_TIEN' },
} as const satisfies Record<string, Condition>

export type ConditionId = keyof typeof CONDITIONS

type Asked = {
  gate?: GateCode
  shownWhen?: ConditionId
  required: boolean | 'gate' | ConditionId
  kinds?: readonly string[]
}

/** Questions that are only asked behind another. */
const ASKED_BEHIND: Partial<Record<GateCode, GateCode>> = {
  is_official_party_member: 'is_party_member',
  was_discharged: 'served_in_forces',
}

/** Was this question, or the one it stands behind, answered “Không”? */
export function isClosed(gate: GateCode | undefined, answers: Answers): boolean {
  if (gate === undefined) return false
  return answers[gate] === false || isClosed(ASKED_BEHIND[gate], answers)
}

/** Is this field part of this person's form? An unanswered gate hides nothing. */
export function isShown(field: Asked, answers: Answers, row: Answers = {}): boolean {
  if (isClosed(field.gate, answers)) return false
  if (field.kinds !== undefined && typeof row.kind === 'string' && !field.kinds.includes(row.kind)) return false
  return field.shownWhen === undefined || CONDITIONS[field.shownWhen].holds(answers, row)
}

/** Must it be answered before the record may be submitted? */
export function isRequired(field: Asked, answers: Answers, row: Answers = {}): boolean {
  if (!isShown(field, answers, row)) return false
  if (typeof field.required === 'boolean') return field.required
  if (field.required === 'gate') return field.gate !== undefined && answers[field.gate] === true
  return CONDITIONS[field.required].holds(answers, row)
}
