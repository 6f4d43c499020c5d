/** How a record stands against the population database, in the order in which it needs somebody. */
export const STANDINGS = ['noMatch', 'error', 'queued', 'unasked', 'incomplete', 'match'] as const
export type Standing = (typeof STANDINGS)[number]

export const STANDING_WORDS: Record<
  Standing,
  { word: string; chip: 'error' | 'none' | 'submitted' | 'draft' | 'approved'; remedy: string }
> = {
  noMatch: {
    word: 'Không khớp',
    chip: 'error',
    remedy: 'Xem thẻ căn cước, sửa hồ sơ rồi đối chiếu lại; thẻ đúng thì người đó báo công an xã.',
  },
  error: { word: 'Chưa kiểm được', chip: 'none', remedy: 'Đối chiếu lại khi cơ sở dữ liệu dân cư trả lời.' },
  queued: { word: 'Đang chờ lượt', chip: 'submitted', remedy: 'Cổng tự hỏi trong hạn mức mỗi ngày.' },
  unasked: { word: 'Chưa đối chiếu', chip: 'draft', remedy: 'Đối chiếu từng người, hoặc cả đơn vị ở dưới.' },
  incomplete: {
    word: 'Chưa đủ thông tin',
    chip: 'none',
    remedy: 'Ghi đủ số định danh, họ tên và ngày sinh thì đối chiếu được.',
  },
  match: { word: 'Khớp dân cư', chip: 'approved', remedy: 'Không phải làm gì.' },
}

export const isStanding = (word: string): word is Standing => (STANDINGS as readonly string[]).includes(word)
