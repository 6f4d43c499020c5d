/** The ways in which one may sign; an installation chooses, several at once. */
export const SIGNING_WAYS = ['vgca', 'remote', 'keyFile', 'upload'] as const
export type SigningWay = (typeof SIGNING_WAYS)[number]

/** Ways whose file comes back whole from elsewhere. */
export const WHOLE_FILE_WAYS = ['vgca', 'upload'] as const satisfies readonly SigningWay[]
export type WholeFileWay = (typeof WHOLE_FILE_WAYS)[number]

/** What a person calls each way. */
export const WAY_WORDS: Record<SigningWay, { label: string; hint: string }> = {
  vgca: { label: 'Công cụ VGCA Sign Service', hint: 'Token hoặc SIM của Ban Cơ yếu Chính phủ, cắm vào máy này.' },
  remote: { label: 'Ký số từ xa', hint: 'Xác nhận trên điện thoại của Anh/Chị.' },
  keyFile: { label: 'Tệp khóa .p12, .pfx', hint: 'Mở trên máy này, không gửi đi đâu.' },
  upload: { label: 'Tải lên tệp đã ký', hint: 'Tải tệp về, ký bằng phần mềm khác, rồi tải lên.' },
}

/** `vgca,keyFile`: the ways an installation has; the first is offered first. Null when a word is none of them. */
export function readWays(text: string): SigningWay[] | null {
  const words = text.split(',').map((word) => word.trim())
  const ways = words.flatMap((word) => SIGNING_WAYS.filter((way) => way === word))
  return ways.length === words.length ? [...new Set(ways)] : null
}

/** The one that is offered first: the last one used, where it is still there. */
export const usualWay = (ways: readonly SigningWay[], last: string | null): SigningWay | null =>
  ways.find((way) => way === last) ?? ways[0] ?? null

/** How long a one-time address lives. */
export const ADDRESS_LIFE_MINUTES = 10
/** What a tool may send back, and room for the wrapping of a form. */
export const MOST_UPLOADED_BYTES = 20 * 1024 * 1024

/** What can be signed, by the name a signing session keeps. */
export type SubjectName = 'batch' | 'enrolment' | 'withdrawal' | 'export' | 'seal'
