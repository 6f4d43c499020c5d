import 'server-only'
import { USUAL_PURPOSE } from '@/lib/domain/population/purposes'
import { Prisma } from '@/prisma/generated/client'
import type { Tx } from '../db'
import { sqlQuestionHash } from './question-hash'

/** How far back approvals are looked through each time; longer than any stop of the worker should last. */
const LOOK_BACK_MS = 3 * 86_400_000

/** Queues everybody whose identity was approved lately with values that were never asked about. One statement. */
export function askApproved(tx: Tx, officerCode: string, now: Date): Promise<number> {
  const since = new Date(now.getTime() - LOOK_BACK_MS)
  return tx.$executeRaw`
    INSERT INTO population_request (record_id, of_approved, purpose, officer_code, by_name, due_at)
    SELECT r.id, TRUE, ${USUAL_PURPOSE}, ${officerCode}, 'Tự hỏi sau ký duyệt', ${now}
    FROM record r JOIN revision v ON v.id = r.approved_revision_id
    WHERE r.approved_revision_id IN (
        SELECT item.revision_id FROM approval_item item JOIN approval_batch batch ON batch.id = item.batch_id
        WHERE batch.state = 'approved' AND batch.closed_at > ${since})
      AND ${HASH} IS NOT NULL
      AND NOT EXISTS (SELECT FROM population_check c WHERE c.record_id = r.id AND c.input_sha256 = ${HASH})
    ON CONFLICT (record_id) DO NOTHING`
}

const HASH = sqlQuestionHash(Prisma.sql`v.data`)
