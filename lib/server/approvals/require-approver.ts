import 'server-only'
import { Refusal } from '@/lib/domain/refusal'
import type { Tx } from '../db'
import { loadApprovers, unitOf } from './approvers'

type Row = { personId: string; name: string; unitId: string; personCategory: string; managed: boolean }

/**
 * The head who signs must be the approver of everybody in the batch on the day of the signature, not only when it was opened (Quy
 * chế, Điều 11). Throws `approverNotDefined` where nobody is, `approverAnother` where somebody else is.
 */
export async function requireApprover(tx: Tx, batch: { id: string; unitId: string }, day: string): Promise<void> {
  const approvers = await loadApprovers(tx, day)
  const people = await tx.$queryRaw<Row[]>`
    SELECT p.id AS "personId", p.full_name AS name, p.unit_id AS "unitId", p.person_category AS "personCategory",
      p.managed_by_standing_committee AS managed
    FROM approval_item i JOIN record r ON r.id = i.record_id JOIN person p ON p.id = r.person_id
    WHERE i.batch_id = ${batch.id}::uuid`
  for (const person of people) {
    const found = approvers.of(person)
    if ('missing' in found) throw new Refusal('approverNotDefined', { name: person.name })
    if (unitOf(found) !== batch.unitId)
      throw new Refusal('approverAnother', { name: person.name, unit: found.unit.name })
  }
}
