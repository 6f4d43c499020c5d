'use server'

import { action } from '@/lib/server/action'
import { fresh } from '@/lib/server/fresh'
import { ResendDifferences, resendDifferences } from '@/lib/server/reconciliation/resend-differences'

const PAGES = () => ['/pushes/reconciliation', '/pushes']

/** Many at once only after the password was given again. */
export const resend = action(
  ResendDifferences,
  fresh(resendDifferences, ({ id }) => id === undefined),
  PAGES,
)
