import 'server-only'
import { randomBytes } from 'node:crypto'
import { z } from 'zod'
import { dateColumn, sayInstant } from '@/lib/domain/calendar'
import { ONE_TIME_PASSWORD_BYTES, oneTimePassword } from '@/lib/domain/one-time-password'
import { oneTimeUntil, passwordFiguresOn } from '@/lib/domain/password-figures'
import { type Actor, can } from '@/lib/domain/policy'
import { Refusal } from '@/lib/domain/refusal'
import { isUsername, usernameBase, usernameFor } from '@/lib/domain/username'
import { writeAudit } from '../audit'
import type { Call } from '../call'
import type { Tx } from '../db'
import { hashPassword } from '../passwords'
import { isTaken } from '../unique-taken'

export const IssueAccount = z.object({
  personId: z.uuid(),
  username: z
    .string()
    .trim()
    .toLowerCase()
    .refine(isUsername, 'Tên đăng nhập gồm 3–40 chữ thường không dấu, chữ số hoặc dấu chấm, bắt đầu bằng chữ.')
    .optional(),
})

/** What is shown once, on a slip for the person, and kept nowhere. */
export type Slip = { userId: string; username: string; oneTimePassword: string; name: string; until: string }

/** An account for a person, with the role of every account over their own record. */
export async function issueAccount(
  { transact, actor, input, now }: Call<z.output<typeof IssueAccount>>,
  newPassword = freshPassword,
): Promise<Slip> {
  const { password, passwordHash } = await newPassword()
  return transact(async (tx) => {
    const person = await loadPerson(tx, actor, input.personId)
    const username = input.username ?? (await freeUsername(tx, person.fullName))
    const until = oneTimeUntil(now, passwordFiguresOn(actor.today))
    const data = { username, personId: person.id, passwordHash, oneTimeUntil: until, createdAt: now }
    const user = await tx.user.create({ data }).catch((error) => {
      throw isTaken(error, 'username') ? new Refusal('usernameTaken', { username }, { username: 'Đã có.' }) : error
    })
    await tx.roleGrant.create({
      data: {
        userId: user.id,
        role: 'person',
        unitId: person.unitId,
        validFrom: dateColumn(actor.today),
        grantedBy: actor.userId,
        reason: 'Cấp cùng tài khoản',
        createdAt: now,
      },
    })
    const subject = { type: 'user', id: user.id, name: person.fullName } as const
    await writeAudit(
      tx,
      actor,
      { action: 'account.issued', subject, unitPath: person.unit.path, detail: { username } },
      now,
    )
    return { userId: user.id, username, oneTimePassword: password, name: person.fullName, until: sayInstant(until) }
  })
}

/** A password to be used once, and what is kept of it. Made before the transaction: hashing takes its time. */
export async function freshPassword() {
  const password = oneTimePassword(randomBytes(ONE_TIME_PASSWORD_BYTES))
  return { password, passwordHash: await hashPassword(password) }
}

async function loadPerson(tx: Tx, actor: Actor, id: string) {
  const person = await tx.person.findUnique({
    where: { id },
    select: {
      id: true,
      fullName: true,
      unitId: true,
      unit: { select: { path: true } },
      user: { select: { username: true } },
    },
  })
  if (!person || !can(actor, 'account.manage', { personId: person.id, unitPath: person.unit.path })) {
    throw new Refusal('notFound', {})
  }
  if (person.user) throw new Refusal('accountExists', { username: person.user.username })
  return person
}

async function freeUsername(tx: Tx, fullName: string) {
  const taken = await tx.user.findMany({
    where: { username: { startsWith: usernameBase(fullName) } },
    select: { username: true },
  })
  return usernameFor(fullName, new Set(taken.map(({ username }) => username)))
}
