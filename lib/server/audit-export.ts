import 'server-only'
import { readFileSync } from 'node:fs'
import { Readable } from 'node:stream'
import type { Seal, SealedEvent } from '@/lib/documents/audit-chain'
import { auditExport } from '@/lib/documents/audit-export'
import { auditKeyOf, fingerprintOf, publicText } from '@/lib/documents/audit-key'
import { type Actor, can } from '@/lib/domain/policy'
import { Refusal } from '@/lib/domain/refusal'
import { noteView } from './access'
import { eventsOf } from './audit-seal'
import { db } from './db'
import { env } from './env'
import { requireFresh } from './fresh'

/** Days of Vietnam; empty for no bound. */
export type Span = { from: string; until: string }

/**
 * The sealed log of these days as lines of JSON, whole seals only, with the head of the chain signed by the installation.
 * Throws `auditNotSealed` where nothing of these days is sealed yet.
 */
export async function exportAudit(actor: Actor, span: Span, now: Date): Promise<ReadableStream<Uint8Array>> {
  if (!can(actor, 'audit.read', { personId: null, unitPath: '/' })) throw new Refusal('notFound', {})
  const key = auditKey()
  if (!key) throw new Refusal('auditKeyMissing', {})
  await requireFresh({ actor, now })
  const [bounds, head] = await Promise.all([sealsOf(span), db.auditSeal.findFirst({ orderBy: { id: 'desc' } })])
  if (!bounds || !head) throw new Refusal('auditNotSealed', {})
  await noteView(actor, {
    action: 'audit.exported',
    detail: { ...span, firstSeal: String(bounds.first), lastSeal: String(bounds.last) },
  })
  const about = { key, exportedAt: now, exportedBy: actor.personName, chainHead: head }
  return Readable.toWeb(
    Readable.from(auditExport(spansOf(bounds), about), { objectMode: false }),
  ) as ReadableStream<Uint8Array>
}

/** The fingerprint the installation gives out, so that an export can be told from a forged one. */
export function auditFingerprint(): string | null {
  const key = auditKey()
  return key ? fingerprintOf(publicText(key)) : null
}

function auditKey() {
  const secret = env.AUDIT_KEY_FILE ? readFileSync(env.AUDIT_KEY_FILE, 'utf8') : env.AUDIT_KEY
  return secret ? auditKeyOf(secret) : null
}

type Bounds = { first: bigint; last: bigint }

/** The seals in which something of these days stands, from the first to the last of them. */
async function sealsOf({ from, until }: Span): Promise<Bounds | null> {
  const [row] = await db.$queryRaw<{ first: bigint | null; last: bigint | null }[]>`
    SELECT min(s.id) AS first, max(s.id) AS last
    FROM audit_seal s, (
      SELECT min(tx) AS low, max(tx) AS high FROM audit_event
      WHERE (${from} = '' OR at >= (nullif(${from}, '') || 'T00:00:00+07:00')::timestamptz)
        AND (${until} = '' OR at < (nullif(${until}, '') || 'T00:00:00+07:00')::timestamptz + interval '1 day')
    ) span
    WHERE s.until_tx > span.low AND s.from_tx <= span.high`
  return row?.first != null && row.last != null ? { first: row.first, last: row.last } : null
}

/** One seal after the other, each with its events: the export never holds more than one. */
async function* spansOf({ first, last }: Bounds): AsyncGenerator<{ seal: Seal; events: SealedEvent[] }> {
  for (let from = first; from <= last; ) {
    const seals = await db.auditSeal.findMany({
      where: { id: { gte: from, lte: last } },
      orderBy: { id: 'asc' },
      take: 200,
    })
    if (seals.length === 0) return
    for (const seal of seals) yield { seal, events: await eventsOf(db, seal.fromTx, seal.untilTx) }
    from = (seals.at(-1)?.id ?? last) + 1n
  }
}
