import 'server-only'
import { createHash } from 'node:crypto'
import type { Tx } from '../db'

/** The name these bytes have in the store, held until the transaction ends: one of them keeps or removes it at a time. */
export async function lockContent(tx: Tx, content: Uint8Array | string): Promise<string> {
  const sha256 = typeof content === 'string' ? content : createHash('sha256').update(content).digest('hex')
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`evidence ${sha256}`}, 0))`
  return sha256
}
