import 'server-only'
import { fromDateColumn } from '@/lib/domain/calendar'
import { mayManageHolder } from '@/lib/domain/granting'
import { type Actor, can, type Role } from '@/lib/domain/policy'
import { Refusal } from '@/lib/domain/refusal'
import type { Tx } from '../db'

/** An account this actor may change. Writers accept nothing less. */
export type ManagedAccount = Awaited<ReturnType<typeof loadAccount>>

/**
 * The account, if this actor may change it: it belongs to somebody in their units, is not their own, and holds no role
 * that they could not have given.
 */
export async function loadAccount(tx: Tx, actor: Actor, userId: string) {
  const user = await tx.user.findUnique({
    where: { id: userId },
    select: {
      id: true,
      username: true,
      disabledAt: true,
      person: { select: { id: true, fullName: true, unitId: true, unit: { select: { path: true } } } },
      grants: {
        select: {
          id: true,
          role: true,
          unitId: true,
          validFrom: true,
          validUntil: true,
          unit: { select: { path: true, name: true } },
        },
      },
    },
  })
  if (!user || !can(actor, 'account.manage', { personId: user.person.id, unitPath: user.person.unit.path })) {
    throw new Refusal('notFound', {})
  }
  if (user.id === actor.userId) throw new Refusal('ownAccount', {})
  const grants = user.grants
    .filter(({ validUntil }) => validUntil === null || fromDateColumn(validUntil) >= actor.today)
    .map(({ unit, ...grant }) => ({ ...grant, role: grant.role as Role, unitPath: unit.path, unitName: unit.name }))
  if (!mayManageHolder(actor, grants)) throw new Refusal('accountAboveYou', {})
  const { person } = user
  return {
    id: user.id,
    username: user.username,
    disabledAt: user.disabledAt,
    personId: person.id,
    name: person.fullName,
    unitId: person.unitId,
    unitPath: person.unit.path,
    grants,
  }
}
