import 'server-only'
import { Prisma } from '@/prisma/generated/client'

/** `d`elivery, its `r`ecord, `p`erson and the `u`nit where the person is now. Every list of deliveries begins here. */
export const DELIVERIES = Prisma.sql`
  delivery d JOIN record r ON r.id = d.record_id JOIN person p ON p.id = r.person_id JOIN unit u ON u.id = p.unit_id`

/** Why a delivery is stuck, as one key: see `Cause` in delivery-words.ts. */
export const CAUSE = Prisma.sql`
  coalesce((d.errors #>> '{0,code}') || ':' || coalesce(d.errors #>> '{0,field}', ''), d.reason_code)`

/** May be put back in the outbox: see `mayBeResent`. */
export const RESENDABLE = Prisma.sql`
  d.state IN ('refused', 'parked', 'held') AND d.reason_code IS DISTINCT FROM 'proofFailed'
  AND NOT EXISTS (SELECT FROM withdrawn_revision w WHERE w.revision_id = d.revision_id)
  AND NOT EXISTS (SELECT FROM delivery newer WHERE newer.record_id = d.record_id AND newer.version > d.version
    AND NOT EXISTS (SELECT FROM withdrawn_revision w WHERE w.revision_id = newer.revision_id))`
