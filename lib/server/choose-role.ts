import 'server-only'
import { actingIn, roleKey, rolesOf } from '@/lib/domain/menu'
import type { Actor } from '@/lib/domain/policy'
import { Refusal } from '@/lib/domain/refusal'
import { writeAudit } from './audit'
import { transact } from './call'

/** From now on this session acts in one role over one unit, or (null) in all its account holds; noted. */
export const chooseActing = (all: Actor, chosen: string | null, now: Date): Promise<Actor> =>
  transact(async (tx) => {
    const grant = chosen === null ? null : rolesOf(all).find((one) => roleKey(one) === chosen)
    if (grant === undefined) throw new Refusal('notFound', {})
    await tx.session.update({ where: { id: all.sessionId }, data: { actingAs: chosen } })
    const detail = { role: grant?.role ?? null, unit: grant?.unitName ?? null }
    await writeAudit(tx, all, { action: 'role.chosen', detail }, now)
    return actingIn(all, chosen)
  })
