import 'server-only'
import type { PasswordFigures } from '@/lib/domain/password-figures'
import { passwordFaults } from '@/lib/domain/password-policy'
import { Refusal } from '@/lib/domain/refusal'
import { wasPassword } from './former-passwords'
import { passwordOwner } from './password-owner'

type Present = { userId: string; passwordHash: string }

/** Is this a password the account may have from now on? Refuses `passwordWeak` with all reasons, `passwordsDiffer`. */
export async function judgePassword(
  present: Present,
  { wanted, repeated }: { wanted: string; repeated: string },
  figures: PasswordFigures,
): Promise<void> {
  const reasons = await faultsOf(wanted, present, figures)
  if (reasons.length > 0) throw new Refusal('passwordWeak', { reasons }, { wanted: `${reasons.join('; ')}.` })
  if (wanted.normalize('NFKC') !== repeated.normalize('NFKC')) {
    throw new Refusal('passwordsDiffer', {}, { repeated: 'hai lần gõ không giống nhau.' })
  }
}

async function faultsOf(wanted: string, present: Present, figures: PasswordFigures): Promise<string[]> {
  const faults = passwordFaults(wanted, await passwordOwner(present.userId), figures)
  // The slow comparisons only for what could be taken otherwise.
  if (faults.length > 0 || !(await wasPassword(present, wanted, figures.remembered))) return faults
  return [`trùng một trong ${figures.remembered} mật khẩu gần nhất`]
}
