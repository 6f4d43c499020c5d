/** What no text of the form may hold, and the sentence that says so. What is merely invisible is dropped by `tidy`. */
const STRANGE: readonly [RegExp, string][] = [
  [
    /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/u,
    'Có ký tự ẩn đảo chiều chữ, thường do dán từ nơi khác. Xóa ô này rồi gõ lại.',
  ],
  [/(?!\n)\p{Cc}/u, 'Có ký tự điều khiển không nhìn thấy, thường do dán từ nơi khác. Xóa ô này rồi gõ lại.'],
  [
    /[\p{Cs}\p{Co}\p{Cn}\ufffd]/u,
    'Có ký tự không đọc được, thường do phông chữ cũ. Xóa ô này rồi gõ lại bằng Unicode.',
  ],
  [
    /\p{Emoji_Presentation}|[\u{1f000}-\u{1faff}\u2600-\u27bf]|\u20e3|\ufe0f/u,
    'Bỏ biểu tượng cảm xúc, hình vẽ. Chỉ ghi chữ, số và dấu câu.',
  ],
  [
    /<[/!?]?[a-z]|&(nbsp|amp|lt|gt|quot|#\d+);/iu,
    'Có mã trang web (HTML) lẫn trong chữ. Chỉ ghi nội dung, bỏ phần mã.',
  ],
  [/\p{M}{3}/u, 'Có nhiều dấu chồng lên một chữ. Xóa chữ đó rồi gõ lại.'],
]

/** The sentence against a text that no paper could print or no clerk could read, or null. Lines may break. */
export const strangeIn = (text: string): string | null => STRANGE.find(([found]) => found.test(text))?.[1] ?? null
