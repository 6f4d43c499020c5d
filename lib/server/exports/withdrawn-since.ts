import 'server-only'
import { Prisma } from '@/prisma/generated/client'
import { db } from '../db'

/**
 * Since when the approval of something that stands in a document is taken back; null while all of it stands. The document names its
 * versions by their leaves, and is itself never edited. Of `legal_export` aliased `e`.
 */
export const WITHDRAWN_SINCE = Prisma.sql`(
  SELECT min(w.at) FROM withdrawn_revision w JOIN revision r ON r.id = w.revision_id
  WHERE (e.record_id IS NULL OR w.record_id = e.record_id) AND w.at >= e.signed_at AND strpos(e.statement, r.hash) > 0)`

/** The same for one document. */
export async function withdrawnSince(id: string): Promise<Date | null> {
  const [row] = await db.$queryRaw<{ since: Date | null }[]>`
    SELECT ${WITHDRAWN_SINCE} AS since FROM legal_export e WHERE e.id = ${id}::uuid`
  return row?.since ?? null
}
