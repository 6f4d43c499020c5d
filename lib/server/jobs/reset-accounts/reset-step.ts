import 'server-only'
import type { LeftOut } from '@/lib/documents/account-slips'
import { dayOf, sayInstant } from '@/lib/domain/calendar'
import { oneTimeUntil, passwordFiguresOn } from '@/lib/domain/password-figures'
import type { Actor } from '@/lib/domain/policy'
import { writeAuditOfMany } from '../../audit'
import type { Tx } from '../../db'
import { freshPassword } from '../../people/issue-account'
import type { IssueInput } from '../issue-accounts/issue-accounts'
import { ACCOUNTS_A_STEP, type IssueCursor, type Part, partOf } from '../issue-accounts/issue-steps'
import type { JobStep, StepResult } from '../job-kind'
import type { Resettable } from './accounts-to-reset'

type Begun = JobStep<IssueInput, IssueCursor> & { cursor: IssueCursor }
type Renewed = Resettable & { password: string; passwordHash: string }

/** The next fifty: codes and hashes first, then all of it in one transaction. */
export async function resetMore({ actor, now, interim, cursor }: Begun): Promise<StepResult<IssueCursor>> {
  const list = await partOf<{ wanted: Resettable[]; leftOut: LeftOut[] }>(interim, cursor.list)
  const chosen = list.wanted.slice(cursor.at, cursor.at + ACCOUNTS_A_STEP)
  const renewed = await Promise.all(
    chosen.map(async (one): Promise<Renewed> => ({ ...one, ...(await freshPassword()) })),
  )
  const until = oneTimeUntil(now, passwordFiguresOn(dayOf(now)))
  const slips = renewed.map(({ name, unitName, username, password }) => ({
    ...{ name, unitName, username, code: password },
    until: sayInstant(until),
  }))
  const part: Part = { slips, leftOut: [] }
  const { sha256 } = await interim.put(Buffer.from(JSON.stringify(part)))
  const done = cursor.at + chosen.length
  return {
    cursor: { ...cursor, at: done, issued: done, parts: [...cursor.parts, sha256] },
    done,
    total: cursor.total,
    message: `Đã cấp lại ${done.toLocaleString('vi')} tài khoản.`,
    write: (tx) => writePasswords(tx, actor, renewed, until, now),
  }
}

/** What each had before is remembered, so that it does not come back; open sessions end, locks open. */
async function writePasswords(tx: Tx, actor: Actor, renewed: readonly Renewed[], until: Date, now: Date) {
  const ids = renewed.map(({ userId }) => userId)
  await tx.$executeRaw`
    INSERT INTO former_password (id, user_id, password_hash, replaced_at)
    SELECT gen_random_uuid(), id, password_hash, ${now} FROM user_account WHERE id = ANY (${ids}::uuid[])`
  await tx.$executeRaw`
    UPDATE user_account account SET password_hash = renewed.hash, must_change_password = TRUE, one_time_until = ${until},
      locked_until = NULL
    FROM unnest(${ids}::uuid[], ${renewed.map(({ passwordHash }) => passwordHash)}::text[]) AS renewed (id, hash)
    WHERE account.id = renewed.id`
  await tx.session.updateMany({ where: { userId: { in: ids }, endedAt: null }, data: { endedAt: now } })
  const entries = renewed.map(({ userId, name, unitPath, username }) => ({
    action: 'password.reset' as const,
    subject: { type: 'user' as const, id: userId, name },
    unitPath,
    detail: { username, many: true },
  }))
  await writeAuditOfMany(tx, actor, entries, now)
}
