'use server'

import { action } from '@/lib/server/action'
import { CheckSubmission, checkSubmission, ReturnSubmission, returnSubmission } from '@/lib/server/records/review'

export const check = action(CheckSubmission, checkSubmission, () => ['/records/review', '/records'])
export const giveBack = action(ReturnSubmission, returnSubmission, () => ['/records/review', '/records'])
