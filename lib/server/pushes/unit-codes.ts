import 'server-only'
import type { RecordData } from '@/lib/catalogue'
import type { ConnectionProfile } from '@/lib/domain/exchange/connection-profile'
import { db } from '../db'

type Style = ConnectionProfile['wire']['unitCode']

/** The codes, as the counterpart wants them, of the two units a record names; null where one of them has none. */
export async function unitCodes({ agency }: RecordData, style: Style) {
  const codes = [agency.managing_authority, agency.employing_unit].flatMap((unit) => unit?.code ?? [])
  const units = await db.unit.findMany({
    // A version signed before its unit got another code names it by the old one.
    where: {
      OR: [
        { code: { in: codes } },
        { versions: { some: { agencyCode: { in: codes } } } },
        { agencyCode: { in: codes } },
      ],
    },
    select: {
      ...{ code: true, agencyCode: true, legacyCode: true, nationalCode: true },
      versions: { select: { agencyCode: true } },
    },
  })
  const codeOf = (code: string) =>
    units.find(
      (unit) => [unit, ...unit.versions].some(({ agencyCode }) => agencyCode === code) || unit.code === code,
    )?.[style] ?? null
  return codes.every((code) => codeOf(code) !== null) ? codeOf : null
}

/** Under what the counterpart keeps this person; null where the record lacks the number it takes. */
export function personKeyOf(
  data: RecordData,
  citizenId: string,
  codeOf: (code: string) => string | null,
  style: ConnectionProfile['wire']['personKey'],
): string | null {
  if (style === 'citizenId') return /^\d{12}$/.test(citizenId) ? citizenId : null
  const staffNumber = data.agency.staff_number
  if (staffNumber === null || staffNumber === '') return null
  if (style === 'staffNumber') return staffNumber
  const unit = data.agency.employing_unit
  const code = unit && codeOf(unit.code)
  return code ? `${code}_${staffNumber}` : null
}
