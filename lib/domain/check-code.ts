/** The code under a printed QR: 128 bits, of which nothing can be guessed. Kept as a uuid, printed as four groups of eight digits. */
export const printCode = (uuid: string): string => (uuid.replaceAll('-', '').match(/.{8}/g) ?? []).join(' ')

/** The uuid of a code as somebody typed or scanned it, with whatever between its digits; null when it is none. */
export function readCode(typed: string): string | null {
  const digits = typed.toLowerCase().replace(/[\s-]/g, '')
  if (!/^[0-9a-f]{32}$/.test(digits)) return null
  return digits.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}

/** Where the QR leads: an address without anything in it but the code. */
export const checkAddress = (portal: string, uuid: string): string =>
  `${portal.replace(/\/$/, '')}/verify/${uuid.replaceAll('-', '')}`

/** `N.T.H.Á.`: enough to see that a paper is not another person's, too little to learn who it is. */
export const initials = (name: string): string =>
  name
    .trim()
    .split(/\s+/)
    .map((word) => `${[...word][0]?.toLocaleUpperCase('vi') ?? ''}.`)
    .join('')

/** What a minute holds for one address, and what each kind of question costs. */
export const CHECK_LIMITS = { aMinute: 300, code: 10, upload: 60, staff: 1 } as const
