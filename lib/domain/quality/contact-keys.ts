import type { RecordData } from '@/lib/catalogue'

const digits = (text: unknown) => (typeof text === 'string' ? text.replace(/\D/g, '') : '')

/**
 * Numbers by which two records may be found to be one person's. The last ten figures of a health insurance card are the
 * social insurance number (QĐ 1351/QĐ-BHXH 2015), so that the one is found under the other.
 */
export function contactKeys({ identity, agency }: RecordData): string[] {
  const phone = digits(identity.phone)
  const insurance = [digits(identity.social_insurance_no), digits(identity.health_insurance_card_no).slice(-10)]
  return [
    ...(phone.length >= 9 ? [`phone:${phone}`] : []),
    ...[...new Set(insurance)].filter(({ length }) => length === 10).map((number) => `insurance:${number}`),
    ...numberKey('citizenId', identity.citizen_id),
    ...numberKey('staffNumber', agency.staff_number),
    ...numberKey('nationalId', agency.national_staff_id),
  ]
}

/** Keys are kept in one line, divided by spaces. */
const numberKey = (ground: string, number: string | null) =>
  number === null || number === '' ? [] : [`${ground}:${number.replace(/\s+/g, '_')}`]
