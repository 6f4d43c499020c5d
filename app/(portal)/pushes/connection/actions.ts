'use server'

import { z } from 'zod'
import { action } from '@/lib/server/action'
import { ApproveConnection, approveConnection } from '@/lib/server/exchange/connection-approval'
import { runTrial } from '@/lib/server/exchange/connection-page'
import { ResendEverything, resendEverything } from '@/lib/server/exchange/resend-everything'
import { fresh } from '@/lib/server/fresh'

const PAGES = () => ['/pushes/connection', '/pushes']

export const approve = action(ApproveConnection, approveConnection, PAGES)
export const resendAll = action(
  ResendEverything,
  fresh(resendEverything, () => true),
  PAGES,
)
export const tryIt = action(z.strictObject({}), runTrial)
