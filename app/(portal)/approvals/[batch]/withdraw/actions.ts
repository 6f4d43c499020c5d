'use server'

import { z } from 'zod'
import { action } from '@/lib/server/action'
import { fresh } from '@/lib/server/fresh'
import { OpenWithdrawal, openWithdrawal as open } from '@/lib/server/withdrawals/open-withdrawal'
import {
  CompleteWithdrawal,
  cancelWithdrawal as cancel,
  completeWithdrawal as complete,
  StartWithdrawal,
  startWithdrawal as start,
} from '@/lib/server/withdrawals/sign-withdrawal'

export const openWithdrawal = action(OpenWithdrawal, open, ({ batchId }) => [`/approvals/${batchId}/withdraw`])
export const startWithdrawal = action(StartWithdrawal, fresh(start))
export const completeWithdrawal = action(CompleteWithdrawal, fresh(complete))
export const cancelWithdrawal = action(z.object({ id: z.uuid() }), cancel)
