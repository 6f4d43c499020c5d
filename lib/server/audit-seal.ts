import 'server-only'
import { CHAIN_START, faultOf, type Seal, type SealedEvent, sealHash } from '@/lib/documents/audit-chain'
import type { Tx } from './db'

/** Any fixed number: workers take turns by it. */
const SEALING = 7_204_611

const EVENT = {
  id: true,
  at: true,
  action: true,
  actorId: true,
  actorName: true,
  subjectType: true,
  subjectId: true,
  subjectName: true,
  unitPath: true,
  detail: true,
  address: true,
  sessionId: true,
} as const

/**
 * Seals every event of finished transactions that is not sealed yet. Transactions still open come into a later seal,
 * whole, whatever the order of their ids. Nothing happens while another worker seals. Answers how many were sealed.
 */
export async function sealAudit(tx: Tx, now: Date): Promise<number> {
  const [turn] = await tx.$queryRaw<{ mine: boolean }[]>`SELECT pg_try_advisory_xact_lock(${SEALING}) AS mine`
  if (!turn?.mine) return 0
  const last = await tx.auditSeal.findFirst({ orderBy: { id: 'desc' } })
  const fromTx = last?.untilTx ?? 0n
  const untilTx = await finishedUntil(tx)
  const events = await eventsOf(tx, fromTx, untilTx)
  if (events.length === 0) return 0
  const previousHash = last?.hash ?? CHAIN_START
  const hash = sealHash(previousHash, events)
  await tx.auditSeal.create({ data: { fromTx, untilTx, count: events.length, previousHash, hash, sealedAt: now } })
  return events.length
}

export type ChainVerdict = {
  seals: number
  events: number
  unsealed: number
  head: string | null
  broken: { seal: string; why: string } | null
}

/** Recomputes the whole chain and names its first broken link. */
export async function verifyAudit(tx: Tx): Promise<ChainVerdict> {
  let before: Seal | null = null
  let events = 0
  let seals = 0
  for (;;) {
    const seal: Seal | null = await tx.auditSeal.findFirst({
      where: before ? { id: { gt: before.id } } : {},
      orderBy: { id: 'asc' },
    })
    if (!seal) break
    const within = await eventsOf(tx, seal.fromTx, seal.untilTx)
    const why = faultOf(seal, before, within)
    if (why) return { seals, events, unsealed: 0, head: null, broken: { seal: String(seal.id), why } }
    seals += 1
    events += within.length
    before = seal
  }
  const unsealed = await tx.auditEvent.count({ where: { tx: { gte: before?.untilTx ?? 0n } } })
  return { seals, events, unsealed, head: before?.hash ?? null, broken: null }
}

/** The first transaction that is not finished: everything before it is decided for good. */
async function finishedUntil(tx: Tx): Promise<bigint> {
  const [row] = await tx.$queryRaw<
    { until: bigint }[]
  >`SELECT pg_snapshot_xmin(pg_current_snapshot())::text::bigint AS until`
  return row?.until ?? 0n
}

/** What stands in a span of transactions, in the order it is sealed in. */
export const eventsOf = (tx: Tx, fromTx: bigint, untilTx: bigint): Promise<SealedEvent[]> =>
  tx.auditEvent.findMany({
    where: { tx: { gte: fromTx, lt: untilTx } },
    orderBy: [{ tx: 'asc' }, { id: 'asc' }],
    select: EVENT,
  })
