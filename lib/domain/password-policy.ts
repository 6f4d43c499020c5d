import { plain } from '@/lib/catalogue/code-list'

/** Twelve of four classes: beyond guessing at the five tries a quarter of an hour that the door allows. */
export const LEAST_LENGTH = 12
/** Longer ones only cost time to hash. */
export const GREATEST_LENGTH = 128

/** The rules as they stand beside the field, before anybody breaks one. */
export const PASSWORD_RULES = [
  `Ít nhất ${LEAST_LENGTH} ký tự`,
  'Có chữ hoa, chữ thường, chữ số và dấu (như # @ -)',
  'Không chứa tên, ngày sinh, số CCCD hay tên tài khoản của Anh/Chị',
  'Không chứa từ dễ đoán như “matkhau”, “123456”',
] as const

/** Whose password it is; what others know of a person must not be in it. */
export type PasswordOwner = {
  username: string
  fullName: string
  citizenId: string
  /** YYYY[-MM[-DD]] */
  dateOfBirth: string | null
}

/** What is wrong with a new password, in words; none is good. Judged in the form that is hashed. */
export function passwordFaults(password: string, owner: PasswordOwner): string[] {
  const text = password.normalize('NFKC')
  const name = nameIn(text, owner.fullName)
  const faults = [
    [...text].length < LEAST_LENGTH && `cần ít nhất ${LEAST_LENGTH} ký tự`,
    [...text].length > GREATEST_LENGTH && `nhiều nhất ${GREATEST_LENGTH} ký tự`,
    ...CLASSES.map(({ has, word }) => !has.test(text) && `thiếu ${word}`),
    name !== null && `chứa tên “${name}”`,
    hasBirthDate(text, owner.dateOfBirth) && 'chứa ngày sinh hoặc năm sinh',
    [owner.username, owner.citizenId].some((known) => has(text, known)) && 'chứa tên tài khoản hoặc số CCCD',
    EASY.some((word) => has(text, word)) && 'chứa từ dễ đoán',
  ]
  return faults.filter((fault) => fault !== false)
}

const CLASSES = [
  { has: /\p{Lu}/u, word: 'chữ hoa' },
  { has: /\p{Ll}/u, word: 'chữ thường' },
  { has: /\p{Nd}/u, word: 'chữ số' },
  { has: /[^\p{L}\p{M}\p{Nd}\s]/u, word: 'dấu (như # @ -)' },
]
const EASY = ['matkhau', 'password', '123456', 'abcdef', 'qwerty', '111111', '000000']

const has = (text: string, known: string) => known.length >= 3 && bare(text).includes(bare(known))

/** Letters and figures only, without accents and case: signs between them hide nothing. */
const bare = (text: string) => plain(text).replace(/[^\p{L}\p{Nd}]/gu, '')

/** The part of the name that the password holds. One of two letters (An, Vũ) counts only where it stands alone. */
function nameIn(password: string, fullName: string): string | null {
  const words = plain(password).split(/[^a-z]+/)
  const isIn = (part: string) => (part.length >= 3 ? bare(password).includes(part) : words.includes(part))
  return fullName.split(/\s+/).find((part) => part !== '' && isIn(bare(part))) ?? null
}

/** The year, or day and month in either order; signs between the figures do not hide them. */
function hasBirthDate(password: string, dateOfBirth: string | null): boolean {
  const [year, month, day] = dateOfBirth?.split('-') ?? []
  const figures = password.replace(/(?<=\d)[^\p{L}\d](?=\d)/gu, '')
  const tellTale = [year, month && day && day + month, month && day && month + day]
  return tellTale.some((part) => part && figures.includes(part))
}
