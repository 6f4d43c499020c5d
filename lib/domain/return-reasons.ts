/** Why a field goes back; the officer may add words of their own. */
export const RETURN_REASONS = [
  'Sai so với giấy tờ',
  'Thiếu minh chứng',
  'Ảnh mờ, không đọc được',
  'Ghi chưa đầy đủ',
  'Lý do khác',
] as const

export type ReturnReason = (typeof RETURN_REASONS)[number]

/** One sentence for the person: the reason, and what to do; "another reason" says nothing without words. */
export function sayReturn(reason: ReturnReason, message: string): string | null {
  const words = message.trim().normalize('NFC')
  if (reason === 'Lý do khác') return words === '' ? null : words
  return words === '' ? `${reason}.` : `${reason}: ${words}`
}
