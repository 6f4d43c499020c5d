import 'server-only'
import { Prisma } from '@/prisma/generated/client'

/**
 * A paper (`e`) that must stay whatever its record says today: a version that was sent and not given back, or was ever
 * signed, was sent while the paper stood beside one of its values; or an officer said a value by it.
 */
export const IS_KEPT = Prisma.sql`(
  EXISTS (SELECT FROM evidence_link l JOIN revision v ON v.record_id = l.record_id
    AND v.at >= l.at AND (l.ended_at IS NULL OR v.at < l.ended_at)
    WHERE l.evidence_id = e.id AND (
      EXISTS (SELECT FROM submission s WHERE s.revision_id = v.id AND s.state IN ('submitted', 'checked', 'frozen', 'approved'))
      OR EXISTS (SELECT FROM approval_item i WHERE i.revision_id = v.id)))
  OR EXISTS (SELECT FROM value_state t WHERE t.evidence_id = e.id))`
