import 'server-only'
import { z } from 'zod'
import { isRealDay } from '@/lib/catalogue/days'
import { dateColumn, fromDateColumn } from '@/lib/domain/calendar'
import { documentNoIn } from '@/lib/domain/document-no'
import { HANDED_OVER } from '@/lib/domain/granting'
import { dayBefore } from '@/lib/domain/organisation/organisation'
import { type Actor, can, type Role } from '@/lib/domain/policy'
import { Refusal } from '@/lib/domain/refusal'
import { typedText } from '@/lib/domain/typed-text'
import { writeAuditOfMany } from '../audit'
import type { Call } from '../call'
import { db, type Tx } from '../db'
import { shareOrganisation } from '../organisation/settle-today'
import { endAccounts } from './end-accounts'
import { loadAccount, type ManagedAccount } from './load-account'
import { refuseClash } from './roles'

export const HandOver = z.object({
  userId: z.uuid(),
  /** Username or citizen id of the one who takes over. */
  holder: z.string().trim().min(3, 'Ghi tên đăng nhập hoặc số căn cước.').max(60),
  documentNo: typedText(300, 'Ghi số văn bản.').refine(
    (words) => documentNoIn(words) !== null,
    'Ghi số văn bản, ví dụ 45/QĐ-SYT.',
  ),
  day: z.string().refine(isRealDay, 'Không có ngày này. Ghi đủ ngày/tháng/năm, ví dụ 01/09/2026.'),
  /** The former holder's account is closed altogether, as for who leaves. */
  closing: z.boolean(),
})

type Item = { role: Role; unit: string; until: string | null }

/**
 * What one administrator held goes to another, each with an account of their own; the former is signed out everywhere
 * and administers no more (Quy chế, Điều 10 khoản 2: never a shared account).
 */
export const handOver = ({ transact, actor, input, now }: Call<z.output<typeof HandOver>>) =>
  transact(async (tx) => {
    if (input.day > actor.today) throw new Refusal('formInvalid', { count: 1 }, { day: 'Ngày bàn giao chưa đến.' })
    await shareOrganisation(tx)
    const former = await loadAccount(tx, actor, input.userId)
    const moving = former.grants.filter(({ role }) => HANDED_OVER.includes(role))
    if (moving.length === 0) throw new Refusal('nothingToHandOver', {})
    const next = await loadNext(tx, actor, input.holder, former)
    for (const { role, unitId, validFrom, validUntil } of moving) {
      const from = fromDateColumn(validFrom)
      const until = validUntil && fromDateColumn(validUntil)
      refuseClash(next.grants, { role, unitId, from: from > actor.today ? from : actor.today, until })
    }
    await move(tx, actor, { moving, next, input, now })
    const acting = { closing: input.closing, document: input.documentNo, to: next.name }
    await endFormer(tx, actor, former, acting, now)
    return { handoverId: await record(tx, actor, { former, next, moving, input, now }) }
  })

async function loadNext(tx: Tx, actor: Actor, holder: string, former: ManagedAccount) {
  const found = await tx.user.findFirst({
    where: { OR: [{ username: holder.toLowerCase() }, { person: { citizenId: holder.replace(/\s/g, '') } }] },
    select: { id: true, disabledAt: true },
  })
  const unknown = () => new Refusal('accountUnknown', {}, { holder: 'Không có tài khoản đang dùng nào như vậy.' })
  if (!found || found.disabledAt || found.id === former.id) throw unknown()
  // Somebody outside the actor's units is as if they were not there.
  return loadAccount(tx, actor, found.id).catch((error) => {
    throw error instanceof Refusal && error.code === 'notFound' ? unknown() : error
  })
}

type Moving = { moving: ManagedAccount['grants']; next: ManagedAccount; input: z.output<typeof HandOver>; now: Date }

async function move(tx: Tx, actor: Actor, { moving, next, input, now }: Moving) {
  await tx.roleGrant.updateMany({
    where: { id: { in: moving.map(({ id }) => id) } },
    data: { validUntil: dateColumn(dayBefore(actor.today)) },
  })
  const today = dateColumn(actor.today)
  await tx.roleGrant.createMany({
    data: moving.map(({ role, unitId, validFrom, validUntil }) => ({
      ...{ userId: next.id, role, unitId, validUntil, validFrom: validFrom > today ? validFrom : today },
      ...{ grantedBy: actor.userId, reason: `Nhận bàn giao theo ${input.documentNo}`, createdAt: now },
    })),
  })
}

type Ending = { closing: boolean; document: string; to: string }

async function endFormer(tx: Tx, actor: Actor, former: ManagedAccount, { closing, document, to }: Ending, now: Date) {
  await tx.session.updateMany({ where: { userId: former.id, endedAt: null }, data: { endedAt: now } })
  if (!closing) return
  const reason = `Đã bàn giao cho ${to} theo ${document}`
  await endAccounts(tx, actor, [former.personId], { why: 'handedOver', reason, withRoles: true }, now)
}

async function record(tx: Tx, actor: Actor, { former, next, moving, input, now }: Moving & { former: ManagedAccount }) {
  const items: Item[] = moving.map(({ role, unitName, validUntil }) => ({
    ...{ role, unit: unitName },
    until: validUntil && fromDateColumn(validUntil),
  }))
  const { id } = await tx.accountHandover.create({
    data: {
      ...{ fromUserId: former.id, fromName: former.name, toUserId: next.id, toName: next.name },
      ...{ documentNo: input.documentNo, day: dateColumn(input.day), unitPath: former.unitPath },
      ...{ items, closed: input.closing, byName: actor.personName, at: now },
    },
    select: { id: true },
  })
  const detail = { from: former.name, to: next.name, roles: items.length, document: input.documentNo, day: input.day }
  const entries = [former, next].map(({ id: userId, name, unitPath }) => ({
    ...{ action: 'account.handedOver' as const, unitPath, detail: { ...detail, handover: id } },
    subject: { type: 'user' as const, id: userId, name },
  }))
  await writeAuditOfMany(tx, actor, entries, now)
  return id
}

/** A handing over as it is printed. Throws `notFound`. */
export async function handoverPage(actor: Actor, id: string) {
  const found = await db.accountHandover.findUnique({ where: { id } })
  if (!found || !can(actor, 'account.manage', { personId: null, unitPath: found.unitPath })) {
    throw new Refusal('notFound', {})
  }
  return { ...found, day: fromDateColumn(found.day), items: found.items as Item[] }
}
