import 'server-only'
import type { Actor } from '@/lib/domain/policy'
import { Refusal } from '@/lib/domain/refusal'
import { minutesBefore } from '@/lib/domain/sign-in-limits'
import type { Call } from './call'
import { db } from './db'
import { env } from './env'

/** Refuses `reauthenticationNeeded` unless the password was given again in this session within the last minutes. */
export async function requireFresh({ actor, now }: { actor: Actor; now: Date }): Promise<void> {
  const session = await db.session.findUnique({ where: { id: actor.sessionId }, select: { provenAt: true } })
  const proven = session?.provenAt
  if (!proven || proven <= minutesBefore(now, env.FRESH_MINUTES)) throw new Refusal('reauthenticationNeeded', {})
}

/**
 * A use case that asks for the password again: `action(GrantRole, fresh(grantRole))`. `when` tells which inputs need it.
 * The page asks, and does the same once more, by `useFresh` of components/lock.
 */
export function fresh<Input, T>(
  run: (call: Call<Input>) => Promise<T>,
  when: (input: Input) => boolean = () => true,
): (call: Call<Input>) => Promise<T> {
  const guarded = async (call: Call<Input>) => {
    if (when(call.input)) await requireFresh(call)
    return run(call)
  }
  // The log names a refused use case by its function.
  return Object.defineProperty(guarded, 'name', { value: run.name })
}
