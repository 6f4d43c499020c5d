import 'server-only'
import { createHash } from 'node:crypto'
import { type AskedIdentity, questionText } from '@/lib/domain/population/asked-identity'
import { Prisma } from '@/prisma/generated/client'

/** The fingerprint of a question, by which a result is known to speak of the values that still stand. */
export const questionHash = (recordId: string, identity: AskedIdentity) =>
  createHash('sha256').update(questionText(recordId, identity)).digest('hex')

/** The same in SQL, of `record` aliased `r` and a document; null where it cannot be asked. */
export const sqlQuestionHash = (data: Prisma.Sql) => Prisma.sql`
  CASE WHEN ${data} #>> '{identity,citizen_id}' ~ '^([0-9]{12}|[0-9]{9})$' AND ${data} #>> '{identity,full_name}' <> ''
      AND ${data} #>> '{identity,date_of_birth}' <> ''
    THEN encode(sha256(convert_to(concat_ws(E'\n', r.id::text, ${data} #>> '{identity,citizen_id}',
      ${data} #>> '{identity,full_name}', ${data} #>> '{identity,date_of_birth}'), 'UTF8')), 'hex') END`
