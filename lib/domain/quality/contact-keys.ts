import type { RecordData } from '@/lib/catalogue'

const digits = (text: unknown) => (typeof text === 'string' ? text.replace(/\D/g, '') : '')

/**
 * Numbers by which two records may be found to be one person's. The last ten figures of a health insurance card are the
 * social insurance number (QĐ 1351/QĐ-BHXH 2015), so that the one is found under the other.
 */
export function contactKeys({ identity }: RecordData): string[] {
  const phone = digits(identity.phone)
  const insurance = [digits(identity.social_insurance_no), digits(identity.health_insurance_card_no).slice(-10)]
  return [
    ...(phone.length >= 9 ? [`phone:${phone}`] : []),
    ...[...new Set(insurance)].filter(({ length }) => length === 10).map((number) => `insurance:${number}`),
  ]
}
