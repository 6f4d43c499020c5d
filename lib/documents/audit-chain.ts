import { createHash } from 'node:crypto'
import { canonical } from '@/lib/domain/canonical'

/** An event as it is sealed: every column but the order it was found in. */
export type SealedEvent = {
  id: bigint
  at: Date
  action: string
  actorId: string | null
  actorName: string
  subjectType: string | null
  subjectId: string | null
  subjectName: string | null
  unitPath: string | null
  detail: unknown
  address: string | null
  sessionId: string | null
}

export type Seal = { id: bigint; fromTx: bigint; untilTx: bigint; count: number; previousHash: string; hash: string }

/** What the first seal is chained to. */
export const CHAIN_START = '0'.repeat(64)

/** The hash, in hex, of these events (ordered by transaction, then id) after the seal before them. */
export function sealHash(previousHash: string, events: readonly SealedEvent[]): string {
  const hash = createHash('sha256').update(previousHash)
  for (const event of events) hash.update('\n').update(line(event))
  return hash.digest('hex')
}

/** What is wrong with a seal, given what now stands in its span; null when it holds. */
export function faultOf(seal: Seal, before: Seal | null, events: readonly SealedEvent[]): string | null {
  if (seal.previousHash !== (before?.hash ?? CHAIN_START)) return 'không nối với niêm phong trước'
  if (before !== null && seal.fromTx !== before.untilTx) return 'bỏ sót một khoảng giao dịch'
  if (seal.count !== events.length) return `có ${events.length} dòng, lúc niêm phong là ${seal.count}`
  return sealHash(seal.previousHash, events) === seal.hash ? null : 'nội dung đã bị sửa'
}

const line = ({ id, at, ...event }: SealedEvent) => canonical({ ...event, id: String(id), at: at.toISOString() })
