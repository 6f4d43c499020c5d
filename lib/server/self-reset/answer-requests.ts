import 'server-only'
import { createHash, randomBytes } from 'node:crypto'
import { dayOf } from '@/lib/domain/calendar'
import { resetLinkLetter } from '@/lib/domain/mail/letter-words'
import { ASKS_OF_NAME, mayResetBySelf, RESET_LINK_MINUTES } from '@/lib/domain/mail/self-reset'
import { minutesBefore } from '@/lib/domain/sign-in-limits'
import { ACCOUNT_OF_ACTOR, grantsOf } from '../actor-of'
import { writeAudit } from '../audit'
import { transact } from '../call'
import { db, type Tx } from '../db'
import { portalAddress } from '../mail/mail-settings'
import { writeLetter } from '../mail/write-letter'
import { unseal } from '../sealed'
import { REQUEST_CONTEXT } from './ask-for-link'

/** Of what is older nobody waits any more. */
const FORGOTTEN_AFTER_MINUTES = 24 * 60

/** Looks up whom each waiting request means, and writes them a link where they may have one. */
export async function answerResetRequests(now: Date): Promise<void> {
  await db.resetRequest.deleteMany({ where: { at: { lt: minutesBefore(now, FORGOTTEN_AFTER_MINUTES) } } })
  const waiting = await db.resetRequest.findMany({
    where: { sealed: { not: null } },
    orderBy: { id: 'asc' },
    take: 100,
  })
  for (const { id, sealed, address } of waiting) {
    await transact(async (tx) => {
      const { count } = await tx.resetRequest.updateMany({
        where: { id, sealed: { not: null } },
        data: { sealed: null },
      })
      const name = sealed && unseal(sealed, REQUEST_CONTEXT)?.toString()
      if (count === 1 && name) await writeLink(tx, { name, address }, now)
    })
  }
}

async function writeLink(tx: Tx, { name, address }: { name: string; address: string }, now: Date): Promise<void> {
  const user = await tx.user.findFirst({
    where: { OR: [{ username: name }, { person: { citizenId: name } }] },
    include: ACCOUNT_OF_ACTOR,
  })
  if (!user?.email) return
  const facts = { ...user, secondFactor: user.secondFactorSince !== null, grants: grantsOf(user) }
  if (!mayResetBySelf(facts, dayOf(now))) return
  // Under whichever of their names they were asked for.
  const lately = { userId: user.id, createdAt: { gt: minutesBefore(now, ASKS_OF_NAME.minutes) } }
  if ((await tx.resetLink.count({ where: lately })) >= ASKS_OF_NAME.most) return
  const token = randomBytes(32).toString('base64url')
  const endsAt = minutesBefore(now, -RESET_LINK_MINUTES)
  const replaces = digest(user.passwordHash)
  await tx.resetLink.create({ data: { userId: user.id, tokenHash: digest(token), replaces, createdAt: now, endsAt } })
  const letter = resetLinkLetter(user.username, portalAddress(`/reset-password/${token}`))
  await writeLetter(tx, { kind: 'resetLink', userId: user.id, to: user.email, ...letter }, now)
  const subject = { type: 'user', id: user.id, name: user.username } as const
  await writeAudit(tx, { personName: 'Không rõ', address }, { action: 'password.linkSent', subject }, now)
}

export const digest = (text: string) => createHash('sha256').update(text).digest('hex')
