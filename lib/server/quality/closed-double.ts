import 'server-only'
import type { Actor } from '@/lib/domain/policy'
import { can } from '@/lib/domain/policy'
import { db } from '../db'
import type { LoadedRecord } from '../records/load'

/** For the page of a record that was closed as a double: the pair, where this reader may open it. Null for all others. */
export async function closedDouble(
  actor: Actor,
  { id, sameAsId, unitPath }: LoadedRecord['person'],
): Promise<{ caseId: string | null } | null> {
  if (sameAsId === null) return null
  if (!can(actor, 'duplicate.decide', { personId: id, unitPath })) return { caseId: null }
  const [firstId, secondId] = [id, sameAsId].sort() as [string, string]
  const pair = await db.duplicateCase.findUnique({ where: { firstId_secondId: { firstId, secondId } } })
  return { caseId: pair?.id ?? null }
}
