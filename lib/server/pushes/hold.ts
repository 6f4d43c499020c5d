import 'server-only'
import type { NationalFault } from '@/lib/documents/national-preflight'
import type { ReasonCode } from '@/lib/domain/push'
import { db } from '../db'
import { atField } from './at-field'
import type { Claim } from './claim'

/** Keeps a delivery back without a call, with the reason and, where fields are the reason, with those. Answers null, since nothing was sent. */
export async function hold(
  { id, uncertain, died }: Claim,
  worker: string,
  reasonCode: ReasonCode,
  faults: readonly NationalFault[] = [],
): Promise<null> {
  const errors = faults.map(({ code, field, message }) => atField({ code, field, message, raw: '' }))
  await db.delivery.updateMany({
    where: { id, state: 'sending', claimedBy: worker },
    data: {
      ...{ state: 'held', reasonCode, errors, uncertain: uncertain || died, claimedBy: null, claimedAt: null },
      settledAt: null,
    },
  })
  return null
}
