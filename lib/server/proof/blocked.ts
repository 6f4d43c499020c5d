import 'server-only'
import { Prisma } from '@/prisma/generated/client'

/**
 * Whether an open incident stops what is sent of a record: its own, or one of the paper that approved this revision. The columns are
 * of the query around it.
 */
export const blockedByProof = (recordId: Prisma.Sql, revisionId: Prisma.Sql) => Prisma.sql`EXISTS (
  SELECT FROM proof_incident i WHERE i.closed_at IS NULL AND (i.record_id = ${recordId}
    OR (i.record_id IS NULL AND EXISTS (
      SELECT FROM approval_item a WHERE a.batch_id = i.batch_id AND a.revision_id = ${revisionId}))))`
