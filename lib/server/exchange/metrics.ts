import 'server-only'
import { DELIVERY_STATES } from '@/lib/domain/delivery-words'
import { db } from '../db'
import { channelFigures } from './channel-figures'

type Metric = { name: string; help: string; values: { labels?: string; value: number }[] }

/** What watches over the exchange, in the text format of Prometheus: counts and ages, nobody's data. */
export async function metricsText(now: Date): Promise<string> {
  const [figures, states] = await Promise.all([channelFigures(), db.delivery.groupBy({ by: ['state'], _count: true })])
  const counts = new Map(states.map(({ state, _count }) => [state, _count]))
  const age = figures?.oldestWaiting ? Math.max(0, now.getTime() - figures.oldestWaiting.getTime()) / 1000 : 0
  const metrics: Metric[] = [
    {
      name: 'portal_deliveries',
      help: 'Approved versions by the state of their delivery.',
      values: DELIVERY_STATES.map((state) => ({
        labels: `state="${state}"`,
        value: counts.get(state) ?? 0,
      })),
    },
    one('portal_outbox_oldest_seconds', 'Age of the longest waiting approved version.', Math.floor(age)),
    one('portal_channel_configured', '1 where a connection profile is set.', figures ? 1 : 0),
    one('portal_channel_approved', '1 where the security level was approved.', figures?.isApproved ? 1 : 0),
    one('portal_channel_open', '1 while the circuit breaker keeps the channel at rest.', figures?.open ? 1 : 0),
    one('portal_worker_alive', '1 while a worker is heard of.', figures?.isWorkerAlive ? 1 : 0),
  ]
  const until = figures?.certificateUntil
  if (until) {
    const seconds = Math.floor((until.getTime() - now.getTime()) / 1000)
    metrics.push(one('portal_channel_certificate_seconds', "Time left of the counterpart's certificate.", seconds))
  }
  return metrics.map(written).join('')
}

const one = (name: string, help: string, value: number): Metric => ({ name, help, values: [{ value }] })

const written = ({ name, help, values }: Metric) =>
  `# HELP ${name} ${help}\n# TYPE ${name} gauge\n${values
    .map(({ labels, value }) => `${name}${labels ? `{${labels}}` : ''} ${value}\n`)
    .join('')}`
