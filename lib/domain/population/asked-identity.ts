import type { RecordData } from '@/lib/catalogue'

/** The three values that the population database is asked about. */
export type AskedIdentity = { citizenId: string; fullName: string; birth: string }

/** The fields they stand in, of section `identity`. */
export const ASKED_FIELDS = ['citizen_id', 'full_name', 'date_of_birth'] as const

/** What can be asked of a record; null where one of the three is not given, or is no number of 12 or 9 figures. */
export function askedIdentity({ identity }: RecordData): AskedIdentity | null {
  const { citizen_id: citizenId, full_name: fullName, date_of_birth: birth } = identity
  if (!citizenId || !fullName || !birth || !/^(\d{12}|\d{9})$/.test(citizenId)) return null
  return { citizenId, fullName, birth }
}

/** As the other side writes a name: capitals, one spelling for each letter, single spaces. */
export const wireName = (name: string) => name.normalize('NFC').trim().replace(/\s+/g, ' ').toLocaleUpperCase('vi')

/** What a fingerprint of a question is made of; SQL spells it the same way. */
export const questionText = (recordId: string, { citizenId, fullName, birth }: AskedIdentity) =>
  [recordId, citizenId, fullName, birth].join('\n')
