import 'server-only'
import type { ChannelFigures } from '@/lib/domain/exchange/alarms'
import { db } from '../db'
import { installationProfile } from '../national/installation'
import { workerIsAlive } from '../pushes/heartbeat'
import { lastApproval } from './connection-approval'

/** How the channel and its outbox stand, with nobody's name; null where the installation has no channel. */
export async function channelFigures(): Promise<ChannelFigures | null> {
  const profile = installationProfile()
  if (!profile) return null
  const [approval, state, isWorkerAlive, { _count: waiting, _min: oldest }] = await Promise.all([
    lastApproval(db, profile.id),
    db.channelState.findUnique({ where: { profileId: profile.id } }),
    workerIsAlive(db),
    db.delivery.aggregate({
      where: { state: { in: ['waiting', 'sending'] } },
      _count: true,
      _min: { createdAt: true },
    }),
  ])
  return {
    isApproved: approval !== null,
    isWorkerAlive,
    oldestWaiting: oldest.createdAt,
    waiting,
    open: state && state.openings > 0 ? { since: state.since, cause: state.cause } : null,
    certificateUntil: state?.certificateUntil ?? null,
  }
}
