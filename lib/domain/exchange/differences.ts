/** How an acknowledgement and the other side may disagree, in the order in which they are shown. */
export const DIFFERENCES = ['missing', 'older', 'different', 'unconfirmed', 'unknown', 'unqueued'] as const
export type Difference = (typeof DIFFERENCES)[number]

type Words = {
  word: string
  /** What to do. */
  remedy: string
  /** May the newest approved version be put in the outbox once more? */
  resendable: boolean
}

export const DIFFERENCE_WORDS: Record<Difference, Words> = {
  missing: { word: 'Bộ không giữ', remedy: 'Gửi lại: Bộ nhận như hồ sơ mới.', resendable: true },
  older: { word: 'Bộ giữ bản cũ hơn', remedy: 'Gửi lại: bản đã duyệt mới nhất thay bản cũ.', resendable: true },
  different: {
    word: 'Nội dung khác',
    remedy: 'Xem ai đã sửa ở phía Bộ, rồi gửi lại để bản đã duyệt thay nội dung ấy.',
    resendable: true,
  },
  unconfirmed: {
    word: 'Bộ giữ, chưa có xác nhận',
    remedy: 'Gửi lại để có xác nhận; gửi hai lần không thành hai hồ sơ.',
    resendable: true,
  },
  unknown: {
    word: 'Bộ giữ, cổng chưa từng gửi',
    remedy: 'Đối chiếu với Bộ: hồ sơ do phần mềm khác gửi, hoặc cổng vừa phục hồi từ bản sao lưu.',
    resendable: false,
  },
  unqueued: { word: 'Đã duyệt, chưa vào hàng gửi', remedy: 'Gửi lại để đưa vào hàng gửi.', resendable: true },
}

export const isDifference = (word: string): word is Difference => (DIFFERENCES as readonly string[]).includes(word)

export const RESENDABLE_DIFFERENCES = DIFFERENCES.filter((kind) => DIFFERENCE_WORDS[kind].resendable)
