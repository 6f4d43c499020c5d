import 'server-only'
import { ASKS_OF_NAME, admitAsk } from '@/lib/domain/mail/self-reset'
import { Refusal } from '@/lib/domain/refusal'
import { minutesBefore } from '@/lib/domain/sign-in-limits'
import { transact } from '../call'
import { mailSettings } from '../mail/mail-settings'
import { keyedHashes, seal } from '../sealed'
import { oneAtATime } from '../sign-in-tries'

/**
 * Somebody has forgotten a password. What was typed is only put aside here, whoever it names: the worker looks it up, so
 * that neither the answer nor its time can tell whether there is such an account. Refuses `resetTooOften`.
 */
export async function askForLink(typed: string, address: string, now: Date): Promise<void> {
  if (!mailSettings()) throw new Refusal('notFound', {})
  const name = typed.normalize('NFKC').replace(/\s/g, '').toLowerCase().slice(0, 200)
  const [nameHash = ''] = keyedHashes(`forgotten ${name}`)
  await transact(async (tx) => {
    await oneAtATime(tx, `reset of ${address}`)
    await oneAtATime(tx, `reset of ${nameHash}`)
    const lately = { at: { gt: minutesBefore(now, ASKS_OF_NAME.minutes) } }
    const times = async (where: object) =>
      (await tx.resetRequest.findMany({ where: { ...where, ...lately }, select: { at: true } })).map(({ at }) => at)
    admitAsk({ ofName: await times({ nameHash }), ofAddress: await times({ address }) }, now)
    const sealed = seal(Buffer.from(name), REQUEST_CONTEXT)
    await tx.resetRequest.create({ data: { nameHash, sealed, address, at: now } })
  })
}

export const REQUEST_CONTEXT = 'a name that was typed for a forgotten password'
