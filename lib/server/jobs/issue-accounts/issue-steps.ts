import 'server-only'
import { randomUUID } from 'node:crypto'
import { type AccountSlip, accountSlips, type LeftOut } from '@/lib/documents/account-slips'
import { dateColumn, dayOf, sayInstant } from '@/lib/domain/calendar'
import { oneTimeUntil, passwordFiguresOn } from '@/lib/domain/password-figures'
import type { Actor } from '@/lib/domain/policy'
import { usernameBase, usernameFor } from '@/lib/domain/username'
import { writeAuditOfMany } from '../../audit'
import { db, type Tx } from '../../db'
import { env } from '../../env'
import { freshPassword } from '../../people/issue-account'
import { type FileStore, readStored } from '../../storage/file-store'
import { sqlWithin } from '../../within'
import type { JobStep, StepResult } from '../job-kind'
import type { Candidate } from './candidates'
import type { IssueInput } from './issue-accounts'

/** Where the issuing stands. The codes in clear are in the job's interim files, encrypted, and go with them. */
export type IssueCursor = {
  /** Of the list of people, settled at the beginning. */
  list: string
  total: number
  at: number
  issued: number
  /** Slips made so far. */
  parts: string[]
}

type Begun = JobStep<IssueInput, IssueCursor> & { cursor: IssueCursor }
export type Part = { slips: AccountSlip[]; leftOut: LeftOut[] }
type Issued = Candidate & { userId: string; username: string; password: string; passwordHash: string }

export const ACCOUNTS_A_STEP = 50

/** The next fifty: codes and hashes first, then all of it in one transaction. A name taken meanwhile does the step anew. */
export async function issueMore({ actor, now, interim, cursor }: Begun): Promise<StepResult<IssueCursor>> {
  const list = await partOf<{ wanted: Candidate[]; leftOut: LeftOut[] }>(interim, cursor.list)
  const chosen = list.wanted.slice(cursor.at, cursor.at + ACCOUNTS_A_STEP)
  const open = await stillWithout(actor, chosen)
  const taken = await takenNames(chosen)
  const issued = await Promise.all(
    chosen
      .filter(({ personId }) => open.has(personId))
      .map((person) => {
        const username = usernameFor(person.name, taken)
        taken.add(username)
        return { ...person, userId: randomUUID(), username }
      })
      .map(async (account): Promise<Issued> => ({ ...account, ...(await freshPassword()) })),
  )
  const until = oneTimeUntil(now, passwordFiguresOn(dayOf(now)))
  const part: Part = {
    slips: issued.map(({ name, unitName, username, password }) => ({
      ...{ name, unitName, username, code: password },
      until: sayInstant(until),
    })),
    leftOut: chosen
      .filter(({ personId }) => !open.has(personId))
      .map(({ name, unitName }) => ({ who: name, unitName, why: 'Vừa được cấp hoặc vừa rời đơn vị' })),
  }
  const { sha256 } = await interim.put(Buffer.from(JSON.stringify(part)))
  const done = cursor.issued + issued.length
  return {
    cursor: { ...cursor, at: cursor.at + chosen.length, issued: done, parts: [...cursor.parts, sha256] },
    done: cursor.at + chosen.length,
    total: cursor.total,
    message: `Đã cấp ${done.toLocaleString('vi')} tài khoản.`,
    write: (tx) => writeAccounts(tx, actor, issued, until, now),
  }
}

/** All slips in one file, and at its end who got none. */
export async function printSlips(
  { input, interim, files, now, cursor }: Begun,
  made = 'Đã cấp',
): Promise<StepResult<IssueCursor>> {
  const list = await partOf<{ wanted: Candidate[]; leftOut: LeftOut[] }>(interim, cursor.list)
  const parts = await Promise.all(cursor.parts.map((part) => partOf<Part>(interim, part)))
  const slips = parts.flatMap((part) => part.slips)
  const leftOut = [...list.leftOut, ...parts.flatMap((part) => part.leftOut)]
  const unit = await db.unit.findUniqueOrThrow({ where: { id: input.unitId }, select: { name: true } })
  const title = `Phiếu tài khoản, ${unit.name}, lập ${sayInstant(now)}`
  const bytes = await accountSlips({ slips, leftOut, address: env.PORTAL_URL ?? null, title }, now)
  const stored = await files.put(bytes)
  const without =
    leftOut.length === 0 ? '' : ` ${leftOut.length.toLocaleString('vi')} dòng không cấp được, kể ở cuối tệp.`
  return {
    finished: true,
    file: { ...stored, name: `phieu-tai-khoan-${dayOf(now)}.pdf`, type: 'application/pdf' },
    done: cursor.total,
    total: cursor.total,
    message: `${made} ${slips.length.toLocaleString('vi')} tài khoản.${without}`,
  }
}

export const partOf = async <T>(interim: FileStore, sha256: string): Promise<T> =>
  JSON.parse((await readStored(interim, sha256)).toString('utf8'))

/** Who of these is still in reach and has no account. */
async function stillWithout(actor: Actor, chosen: readonly Candidate[]): Promise<ReadonlySet<string>> {
  const rows = await db.$queryRaw<{ id: string }[]>`
    SELECT p.id FROM person p JOIN unit u ON u.id = p.unit_id
    WHERE p.id = ANY (${chosen.map(({ personId }) => personId)}::uuid[]) AND ${sqlWithin(actor, 'account.manage')}
      AND NOT EXISTS (SELECT 1 FROM user_account account WHERE account.person_id = p.id)`
  return new Set(rows.map(({ id }) => id))
}

async function takenNames(chosen: readonly Candidate[]): Promise<Set<string>> {
  const beginnings = [...new Set(chosen.map(({ name }) => `${usernameBase(name)}%`))]
  const rows = await db.$queryRaw<{ username: string }[]>`
    SELECT username FROM user_account WHERE username LIKE ANY (${beginnings}::text[])`
  return new Set(rows.map(({ username }) => username))
}

async function writeAccounts(tx: Tx, actor: Actor, issued: readonly Issued[], until: Date, now: Date) {
  await tx.user.createMany({
    data: issued.map(({ userId, personId, username, passwordHash }) => ({
      ...{ id: userId, personId, username, passwordHash },
      ...{ oneTimeUntil: until, createdAt: now },
    })),
  })
  const own = { role: 'person', validFrom: dateColumn(dayOf(now)), grantedBy: actor.userId, createdAt: now }
  await tx.roleGrant.createMany({
    data: issued.map(({ userId, unitId }) => ({ ...own, userId, unitId, reason: 'Cấp cùng tài khoản' })),
  })
  const entries = issued.map(({ userId, name, unitPath, username }) => ({
    action: 'account.issued' as const,
    subject: { type: 'user' as const, id: userId, name },
    unitPath,
    detail: { username, many: true },
  }))
  if (entries.length > 0) await writeAuditOfMany(tx, actor, entries, now)
}
