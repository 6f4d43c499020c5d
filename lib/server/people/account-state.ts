import 'server-only'
import { z } from 'zod'
import { sayInstant } from '@/lib/domain/calendar'
import { oneTimeUntil, passwordFiguresOn } from '@/lib/domain/password-figures'
import { Refusal } from '@/lib/domain/refusal'
import { typedText } from '@/lib/domain/typed-text'
import type { AuditAction } from '../audit'
import { writeAudit } from '../audit'
import type { Call } from '../call'
import type { Tx } from '../db'
import { rememberPassword } from '../former-passwords'
import { removeSecondFactor } from '../second-factor'
import { forgetTries } from '../sign-in-tries'
import { freshPassword, type Slip } from './issue-account'
import { loadAccount, type ManagedAccount } from './load-account'

export const OfAccount = z.object({ userId: z.uuid() })

/** Closing an account and opening it again have their reason in the log. */
export const AccountWithReason = OfAccount.extend({ reason: typedText(300, 'Ghi lý do hoặc số văn bản.') })

type ReasonedCall = Call<z.output<typeof AccountWithReason>>
type AccountCall = Call<z.output<typeof OfAccount>>

/** A new one-time password; whoever sits in an open session is out at once, and a locked account is open again. */
export async function resetPassword({ transact, actor, input, now }: AccountCall): Promise<Slip> {
  const { password, passwordHash } = await freshPassword()
  return transact(async (tx) => {
    const account = await loadAccount(tx, actor, input.userId)
    const figures = passwordFiguresOn(actor.today)
    const until = oneTimeUntil(now, figures)
    await rememberPassword(tx, account.id, figures.remembered, now)
    await tx.user.update({
      where: { id: account.id },
      data: { passwordHash, mustChangePassword: true, oneTimeUntil: until },
    })
    await forgetTries(tx, account.username)
    await endAllSessions(tx, account.id, now)
    await writeAudit(tx, actor, entry('password.reset', account), now)
    const { id: userId, username, name } = account
    return { userId, username, oneTimePassword: password, name, until: sayInstant(until) }
  })
}

/** Nobody signs in with it from now on, and open sessions end. */
export const disableAccount = ({ transact, actor, input, now }: ReasonedCall) =>
  transact(async (tx) => {
    const account = await loadAccount(tx, actor, input.userId)
    const { count } = await tx.user.updateMany({
      where: { id: account.id, disabledAt: null },
      data: { disabledAt: now, disabledWhy: 'administrator', disabledReason: input.reason },
    })
    if (count === 0) throw new Refusal('accountStands', {})
    await endAllSessions(tx, account.id, now)
    await writeAudit(tx, actor, entry('account.disabled', account, input.reason), now)
  })

export const enableAccount = ({ transact, actor, input, now }: ReasonedCall) =>
  transact(async (tx) => {
    const account = await loadAccount(tx, actor, input.userId)
    await requireNotClosed(tx, account.id)
    const { count } = await tx.user.updateMany({
      where: { id: account.id, disabledAt: { not: null } },
      data: { disabledAt: null, disabledWhy: null, disabledReason: null, enabledAt: now },
    })
    if (count === 0) throw new Refusal('accountStands', {})
    await forgetTries(tx, account.username)
    await writeAudit(tx, actor, entry('account.enabled', account, input.reason), now)
  })

/** Who has lost device and recovery codes: the factor is taken off, and asked for anew at the next sign-in if obligatory. */
export const resetSecondFactor = ({ transact, actor, input, now }: AccountCall) =>
  transact(async (tx) => {
    const account = await loadAccount(tx, actor, input.userId)
    await removeSecondFactor(tx, account.id)
    await endAllSessions(tx, account.id, now)
    await writeAudit(tx, actor, entry('secondFactor.reset', account), now)
  })

/** The account of a double opens with its record, by the decision that opens it. */
async function requireNotClosed(tx: Tx, userId: string) {
  const closed = await tx.user.count({ where: { id: userId, person: { sameAsId: { not: null } } } })
  if (closed > 0) throw new Refusal('recordClosed', {})
}

const endAllSessions = (tx: Tx, userId: string, now: Date) =>
  tx.session.updateMany({ where: { userId, endedAt: null }, data: { endedAt: now } })

const entry = (action: AuditAction, { id, name, username, unitPath }: ManagedAccount, reason?: string) => ({
  action,
  subject: { type: 'user', id, name } as const,
  unitPath,
  detail: { username, ...(reason !== undefined && { reason }) },
})
