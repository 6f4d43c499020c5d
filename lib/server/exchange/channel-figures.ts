import 'server-only'
import type { ChannelFigures } from '@/lib/domain/exchange/alarms'
import type { DeliveryState } from '@/lib/domain/push'
import { db } from '../db'
import { installationProfile } from '../national/installation'
import { workerIsAlive } from '../pushes/heartbeat'
import { lastApproval } from './connection-approval'

/** How the channel and its outbox stand, with nobody's name; null where the installation has no channel. */
export async function channelFigures(): Promise<(ChannelFigures & { counts: Map<DeliveryState, number> }) | null> {
  const profile = installationProfile()
  if (!profile) return null
  const [approval, state, isWorkerAlive, states] = await Promise.all([
    lastApproval(db, profile.id),
    db.channelState.findUnique({ where: { profileId: profile.id } }),
    workerIsAlive(db),
    db.delivery.groupBy({ by: ['state'], _count: true, _min: { createdAt: true } }),
  ])
  const onTheWay = states.filter((one) => one.state === 'waiting' || one.state === 'sending')
  const oldest = onTheWay.flatMap(({ _min }) => _min.createdAt?.getTime() ?? [])
  return {
    isApproved: approval !== null,
    isWorkerAlive,
    oldestWaiting: oldest.length > 0 ? new Date(Math.min(...oldest)) : null,
    waiting: onTheWay.reduce((sum, { _count }) => sum + _count, 0),
    open: state && state.openings > 0 ? { since: state.since, cause: state.cause } : null,
    certificateUntil: state?.certificateUntil ?? null,
    counts: new Map(states.map((one) => [one.state, one._count])),
  }
}
