import 'server-only'
import type { Actor } from '@/lib/domain/policy'
import { can } from '@/lib/domain/policy'
import { db } from '../db'

/** For the page of a record that was closed as a double: the pair, where this reader may open it. Null for all others. */
export async function closedDouble(actor: Actor, personId: string): Promise<{ caseId: string | null } | null> {
  const person = await db.person.findUnique({
    where: { id: personId },
    select: { sameAsId: true, unit: { select: { path: true } } },
  })
  if (!person?.sameAsId) return null
  if (!can(actor, 'duplicate.decide', { personId, unitPath: person.unit.path })) return { caseId: null }
  const [firstId, secondId] = [personId, person.sameAsId].sort() as [string, string]
  const pair = await db.duplicateCase.findUnique({ where: { firstId_secondId: { firstId, secondId } } })
  return { caseId: pair?.id ?? null }
}
