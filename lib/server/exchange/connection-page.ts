import 'server-only'
import { fromDateColumn } from '@/lib/domain/calendar'
import { type Actor, mayAnywhere } from '@/lib/domain/policy'
import { Refusal } from '@/lib/domain/refusal'
import { writeAudit } from '../audit'
import type { Call } from '../call'
import { db } from '../db'
import { surroundings } from '../env'
import { installationProfile } from '../national/installation'
import { secretReader } from '../national/secrets'
import { closeCircuit } from './channel-state'
import { lastApproval } from './connection-approval'
import { tryConnection } from './try-connection'

/** The channel as it is configured, approved, and was last heard of. Throws `notFound` where it is none of the actor's business. */
export async function connectionPage(actor: Actor) {
  if (!mayAnywhere(actor, 'exchange.read')) throw new Refusal('notFound', {})
  const profile = installationProfile()
  if (!profile) return null
  const [approval, state] = await Promise.all([
    lastApproval(db, profile.id),
    db.channelState.findUnique({ where: { profileId: profile.id } }),
  ])
  return {
    profile,
    approval: approval && { ...approval, id: String(approval.id), documentDate: fromDateColumn(approval.documentDate) },
    state,
    mayManage: mayAnywhere(actor, 'exchange.manage'),
  }
}

/** Tries the connection from this machine, step by step; noted, since it calls another's service. */
export async function runTrial({ transact, actor, now }: Call<Record<string, never>>) {
  if (!mayAnywhere(actor, 'exchange.manage')) throw new Refusal('notFound', {})
  const profile = installationProfile()
  if (!profile) throw new Refusal('connectionNotConfigured', {})
  const steps = await tryConnection(profile, secretReader(surroundings), new Date())
  const subject = { type: 'channel', id: profile.id, name: profile.title } as const
  const detail = { failed: steps.find(({ state }) => state === 'bad')?.step ?? null }
  await transact(async (tx) => {
    await writeAudit(tx, actor, { action: 'channel.tried', subject, unitPath: '', detail }, now)
    // Whoever has mended what kept the channel at rest does not wait for its pause to end.
    if (detail.failed === null) await closeCircuit(tx, profile.id, now)
  })
  return steps
}
