'use server'

import { action } from '@/lib/server/action'
import { CancelBatch, cancelBatch as cancel } from '@/lib/server/approvals/cancel-batch'
import { CompleteBatch, completeBatch as complete } from '@/lib/server/approvals/complete-batch'
import { PrepareBatch, prepareBatch as prepare } from '@/lib/server/approvals/prepare-batch'
import { RecheckBatch, recheckBatch as recheck } from '@/lib/server/approvals/recheck-batch'
import { StartSignature, startSignature as start } from '@/lib/server/approvals/start-signature'
import { fresh } from '@/lib/server/fresh'

export const prepareBatch = action(PrepareBatch, prepare, () => ['/approvals'])
export const startSignature = action(StartSignature, fresh(start))
export const completeBatch = action(CompleteBatch, fresh(complete), ({ batchId }) => [
  '/approvals',
  `/approvals/${batchId}`,
])
export const cancelBatch = action(CancelBatch, cancel, ({ batchId }) => ['/approvals', `/approvals/${batchId}`])
export const recheckBatch = action(RecheckBatch, recheck)
