import { type Grant, type Holder, inForce } from './policy'

/** Who must have a second factor from a day on. A change of law is a row, not a change of code. */
export type Obligation = { from: string; roles: readonly Holder[]; basis: string }

export const SECOND_FACTOR_OBLIGATIONS: readonly Obligation[] = [
  {
    from: '2024-12-06',
    roles: ['provinceAdmin', 'unitAdmin', 'integrationAdmin', 'unitHead', 'mandate', 'sealKeeper', 'auditor'],
    basis:
      'TCVN 11930:2017, mục 7.2.3 và TCVN 14423:2026, mục 5.6 (xác thực đa yếu tố cho quản trị); ' +
      'người ký và người kiểm tra do tỉnh chọn thêm (Quy chế, Điều 10)',
  },
]

/** Codes that open the door once each, for who has lost the device. */
export const RECOVERY_CODES = 10
/** How long the picture to be scanned is good. */
export const ENROLMENT_MINUTES = 15

/** Does one of these roles, in force on the day, oblige its holder to a second factor? */
export function mustHaveSecondFactor(grants: readonly Grant[], day: string): boolean {
  const obligation = SECOND_FACTOR_OBLIGATIONS.findLast(({ from }) => from <= day)
  return grants.some((grant) => inForce(grant, day) && obligation?.roles.includes(grant.role))
}

/** As typed: `123 456`; a recovery code `h7km 2qxr v4tp`. Null for neither. */
export function readCode(typed: string): { kind: 'oneTime' | 'recovery'; code: string } | null {
  const code = typed
    .normalize('NFKC')
    .replace(/[\s.-]/g, '')
    .toUpperCase()
  if (/^\d{6}$/.test(code)) return { kind: 'oneTime', code }
  return /^[A-Z2-9]{12}$/.test(code) ? { kind: 'recovery', code } : null
}
