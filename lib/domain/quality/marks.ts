/** “Đúng, đủ, sạch, sống”: what a record's data is measured by. */
export const MARKS = ['correct', 'complete', 'clean', 'live'] as const
export type Mark = (typeof MARKS)[number]

export const MARK_WORDS: Record<Mark, { name: string; means: string }> = {
  correct: { name: 'Đúng', means: 'không trái quy tắc nào của hồ sơ' },
  complete: { name: 'Đủ', means: 'ghi đủ trường bắt buộc' },
  clean: { name: 'Sạch', means: 'không nghi trùng, mã nào cũng có trong danh mục' },
  live: { name: 'Sống', means: 'được ký duyệt hoặc xác nhận trong kỳ' },
}

/** Whoever was never asked about is not wrong for that: it is only said. */
export const MATCHING = 'Ai đã đối chiếu dân cư mà không khớp thì chưa đúng; ai chưa đối chiếu thì không tính.'

export const NOT_MATCHED =
  'Số định danh, họ tên hoặc ngày sinh không khớp Cơ sở dữ liệu quốc gia về dân cư. Xem thẻ căn cước và sửa, rồi đối chiếu lại.'
