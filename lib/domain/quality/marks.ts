/** “Đúng, đủ, sạch, sống”: what a record's data is measured by. */
export const MARKS = ['correct', 'complete', 'clean', 'live'] as const
export type Mark = (typeof MARKS)[number]

export const MARK_WORDS: Record<Mark, { name: string; means: string }> = {
  correct: { name: 'Đúng', means: 'không trái quy tắc nào của hồ sơ' },
  complete: { name: 'Đủ', means: 'ghi đủ trường bắt buộc' },
  clean: { name: 'Sạch', means: 'không nghi trùng, mã nào cũng có trong danh mục' },
  live: { name: 'Sống', means: 'được ký duyệt hoặc xác nhận trong kỳ' },
}

/** Nothing is held against the population database yet, and that makes nothing wrong: it is only said. */
export const NOT_MATCHED = 'Chưa đối chiếu với Cơ sở dữ liệu quốc gia về dân cư.'
