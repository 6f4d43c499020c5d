import { plain } from '@/lib/catalogue/code-list'
import { isCommonPassword } from './common-passwords'
import type { PasswordFigures } from './password-figures'
import { bare, readings } from './password-readings'
import { unitNameIn } from './unit-name-parts'

/** Whose password it is; what others know of a person must not be in it. */
export type PasswordOwner = {
  username: string
  fullName: string
  citizenId: string
  /** YYYY[-MM[-DD]] */
  dateOfBirth: string | null
  /** Names and codes of their unit, and of the units they administer. */
  units: readonly string[]
  /** With a second factor a shorter password will do. */
  secondFactor: boolean
}

type PasswordRule = {
  /** As it stands beside the field, before anybody breaks it. */
  words: string
  /** False on a page that is not told whose password it is, so that nothing is said to be kept there. */
  known?: boolean
  /** What a text does against it. */
  faultsOf(text: string): string[]
}

/** What is wrong with a new password, in words; none is good. Judged in the form that is hashed. */
export function passwordFaults(password: string, owner: PasswordOwner, figures: PasswordFigures): string[] {
  const text = password.normalize('NFKC')
  return passwordRules(owner, figures).flatMap(({ faultsOf }) => faultsOf(text))
}

/** The rules that hold for this person, for the page to tick off while they type. That of the last ten only the server knows. */
export function passwordRules(owner: PasswordOwner, figures: PasswordFigures): PasswordRule[] {
  const least = owner.secondFactor ? figures.leastWithSecondFactor : figures.least
  return [
    {
      words: `Ít nhất ${least} ký tự`,
      faultsOf: (text) => [
        ...when([...text].length < least, `cần ít nhất ${least} ký tự`),
        ...when([...text].length > figures.greatest, `nhiều nhất ${figures.greatest} ký tự`),
      ],
    },
    {
      words: 'Có chữ hoa, chữ thường, chữ số và dấu (như # @ -)',
      faultsOf: (text) => CLASSES.flatMap(({ has, word }) => when(!has.test(text), `thiếu ${word}`)),
    },
    {
      words: 'Không chứa tên, ngày sinh, số CCCD hay tên tài khoản của Anh/Chị',
      known: owner.fullName !== '',
      faultsOf: (text) => {
        const name = nameIn(text, owner.fullName)
        return [
          ...when(name !== null, `chứa tên “${name}”`),
          ...when(hasBirthDate(text, owner.dateOfBirth), 'chứa ngày sinh hoặc năm sinh'),
          ...when(holds(text, owner.username) || holds(text, owner.citizenId), 'chứa tên tài khoản hoặc số CCCD'),
        ]
      },
    },
    {
      words: 'Không chứa tên đơn vị, kể cả viết tắt',
      known: owner.units.length > 0,
      faultsOf: (text) => {
        const found = owner.units.flatMap((unit) =>
          readings(text).flatMap((reading) => unitNameIn(reading, unit) ?? []),
        )
        return when(found.length > 0, `chứa tên đơn vị (“${found[0]}”)`)
      },
    },
    {
      words: 'Không phải mật khẩu nhiều người dùng, như “Matkhau@123”, “Anhyeuem#1”',
      faultsOf: (text) => when(isCommonPassword(text), 'là mật khẩu dễ đoán'),
    },
  ]
}

const when = (broken: boolean, fault: string) => (broken ? [fault] : [])

const CLASSES = [
  { has: /\p{Lu}/u, word: 'chữ hoa' },
  { has: /\p{Ll}/u, word: 'chữ thường' },
  { has: /\p{Nd}/u, word: 'chữ số' },
  { has: /[^\p{L}\p{M}\p{Nd}\s]/u, word: 'dấu (như # @ -)' },
]

const holds = (text: string, known: string) =>
  bare(known).length >= 3 && readings(text).some((reading) => reading.includes(bare(known)))

/** The part of the name that the password holds. One of two letters (An, Vũ) counts only where it stands alone. */
function nameIn(password: string, fullName: string): string | null {
  const words = plain(password).split(/[^a-z]+/)
  const isIn = (part: string) => (bare(part).length >= 3 ? holds(password, part) : words.includes(bare(part)))
  return fullName.split(/\s+/).find((part) => part !== '' && isIn(part)) ?? null
}

/** The year, or day and month in either order; signs between the figures do not hide them. */
function hasBirthDate(password: string, dateOfBirth: string | null): boolean {
  const [year, month, day] = dateOfBirth?.split('-') ?? []
  const figures = password.replace(/(?<=\d)[^\p{L}\d](?=\d)/gu, '')
  const tellTale = [year, month && day && day + month, month && day && month + day]
  return tellTale.some((part) => part && figures.includes(part))
}
