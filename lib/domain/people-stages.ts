/** Where people stand, as lists filter them and the overview counts them. One SQL condition for each, in `stages.ts`. */
export const PEOPLE_STAGES = {
  people: 'Tất cả',
  complete: 'Đủ trường bắt buộc',
  incomplete: 'Còn thiếu trường bắt buộc',
  neverSignedIn: 'Chưa đăng nhập lần nào',
  draft: 'Nháp, chưa gửi lần nào',
  submitted: 'Đã gửi, chờ kiểm',
  returned: 'Trả lại, chờ sửa',
  checked: 'Đã kiểm, chờ ký',
  approved: 'Đã duyệt',
  changed: 'Đã duyệt, có thay đổi chưa gửi',
  confirmed: 'Đã xác nhận tháng này không thay đổi',
  unconfirmed: 'Đã duyệt, tháng này chưa xác nhận',
  toSend: 'Đã duyệt, chờ gửi Bộ',
  sent: 'Đã gửi Bộ',
  accepted: 'Bộ đã nhận',
  refused: 'Bộ từ chối',
  notSent: 'Không thuộc diện gửi Bộ',
  atApproved: 'Đã duyệt, chưa có kết quả gửi Bộ',
  atSynced: 'Đã đồng bộ, không có thay đổi đang xử lý',
  atError: 'Lỗi khi gửi Bộ',
  correct: 'Đúng: không trái quy tắc nào',
  incorrect: 'Chưa đúng: có chỗ trái quy tắc',
  clean: 'Sạch: không nghi trùng, mã hợp lệ',
  unclean: 'Chưa sạch: nghi trùng hoặc mã không có trong danh mục',
  live: 'Sống: đã ký hoặc xác nhận trong kỳ',
  notLive: 'Chưa sống: chưa ký, chưa xác nhận trong kỳ',
  good: 'Đúng, đủ, sạch, sống',
  unjudged: 'Chưa tính chất lượng',
} as const satisfies Record<string, string>

export type PeopleStage = keyof typeof PEOPLE_STAGES
export const isPeopleStage = (text: string): text is PeopleStage => Object.hasOwn(PEOPLE_STAGES, text)

/** What the quality of records is counted by: told by what was judged, not by where the record stands. */
export const QUALITY_STAGES = [
  ...(['people', 'correct', 'incorrect', 'complete', 'incomplete', 'clean', 'unclean'] as const),
  ...(['live', 'notLive', 'good', 'unjudged'] as const),
] as const satisfies readonly PeopleStage[]
export type QualityStage = (typeof QUALITY_STAGES)[number]
export const isQualityStage = (stage: string): stage is QualityStage => QUALITY_STAGES.includes(stage as QualityStage)

/** The columns of the province's table, in the order in which a record passes them. */
export const OVERVIEW_STAGES = [
  'people',
  'complete',
  'submitted',
  'checked',
  'approved',
  'sent',
  'accepted',
  'refused',
] as const satisfies readonly PeopleStage[]

/** The chip a person wears in a list: one for everybody. */
export const PERSON_STATES = ['draft', 'submitted', 'returned', 'checked', 'approved', 'synced', 'error'] as const
export type PersonState = (typeof PERSON_STATES)[number]

/** The words of the chips, where there is no chip to draw. */
export const PERSON_STATE_WORDS: Record<PersonState, string> = {
  draft: 'Nháp',
  submitted: 'Đã gửi',
  returned: 'Trả lại',
  checked: 'Đã kiểm',
  approved: 'Đã duyệt',
  synced: 'Đã đồng bộ',
  error: 'Lỗi',
}

/** The list of those who wear a chip. */
export const STAGE_OF_STATE = {
  draft: 'draft',
  submitted: 'submitted',
  returned: 'returned',
  checked: 'checked',
  approved: 'atApproved',
  synced: 'atSynced',
  error: 'atError',
} as const satisfies Record<PersonState, PeopleStage>

/** The list of exactly the people a figure counts; of a unit with everything below it, or of itself alone. */
export function peopleHref({ stage, unitId, own }: { stage: PeopleStage; unitId: string | null; own?: boolean }) {
  const query = new URLSearchParams()
  if (unitId !== null) query.set('unit', unitId)
  if (own) query.set('own', '1')
  if (stage !== 'people') query.set('stage', stage)
  // Said outright, since a list asked for without a word opens as its reader has chosen.
  return query.size === 0 ? '/records?all=1' : `/records?${query}`
}
