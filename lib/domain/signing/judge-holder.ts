import { Refusal } from '../refusal'

type Named = { commonName: string; subject: string }
type Person = { fullName: string; citizenId: string }

/**
 * Whether a certificate can be this person's by what its subject says: by the citizen number where it carries one, else by the name.
 * Answers what whoever confirms should look at, in words. Throws `certificateOfAnother`. A name alone proves nothing, since two people
 * may share it: that is why somebody confirms.
 */
export function judgeHolder(certificate: Named, { fullName, citizenId }: Person): string[] {
  const { commonName, subject } = certificate
  const number = citizenIdIn(subject)
  if (number !== null && number !== citizenId) throw new Refusal('certificateOfAnother', { name: commonName })
  const likeness = likenessOf(commonName, fullName)
  if (likeness === 'none' && number === null) throw new Refusal('certificateOfAnother', { name: commonName })
  return [
    ...(number === null ? ['Chứng thư không ghi số căn cước; đối chiếu với giấy của nhà cung cấp.'] : []),
    ...(likeness === 'unaccented' ? [`Tên trên chứng thư không có dấu: ${commonName}.`] : []),
    ...(likeness === 'none' ? [`Số căn cước đúng nhưng tên trên chứng thư là ${commonName}.`] : []),
  ]
}

/** The citizen number in a subject such as `UID=CCCD:087085000001` or `serialNumber=087085000001`; null without one. */
export const citizenIdIn = (subject: string): string | null =>
  /\b(?:UID|serialNumber)=(?:[A-Za-z]{2,10}:)?(\d{12})\b/.exec(subject)?.[1] ?? null

function likenessOf(commonName: string, fullName: string): 'same' | 'unaccented' | 'none' {
  if (includes(plain(commonName), plain(fullName))) return 'same'
  return includes(unaccented(commonName), unaccented(fullName)) ? 'unaccented' : 'none'
}

/** As whole words: a name inside a longer word is another name. */
const includes = (text: string, name: string) => ` ${text} `.includes(` ${name} `)

const plain = (text: string) =>
  text
    .normalize('NFC')
    .toLocaleLowerCase('vi')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

const unaccented = (text: string) => plain(text).normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'd')
