import 'server-only'
import { dayOf } from '@/lib/domain/calendar'
import { db } from '../db'

/** The number printed on the paper of a batch: its place among the papers of the unit and year. Batches are never deleted. */
export async function batchNumber(batch: { unitId: string; unit: { code: string }; frozenAt: Date }): Promise<string> {
  const year = dayOf(batch.frozenAt).slice(0, 4)
  const before = await db.approvalBatch.count({
    where: { unitId: batch.unitId, period: { startsWith: year }, frozenAt: { lt: batch.frozenAt } },
  })
  return `${String(before + 1).padStart(2, '0')}/PD-${batch.unit.code.toUpperCase()}`
}
