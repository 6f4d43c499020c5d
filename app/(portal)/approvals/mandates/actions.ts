'use server'

import { action } from '@/lib/server/action'
import { fresh } from '@/lib/server/fresh'
import { GiveMandate, giveMandate, RevokeMandate, revokeMandate } from '@/lib/server/mandates/mandates'

const HERE = () => ['/approvals/mandates', '/approvals']

export const give = action(GiveMandate, fresh(giveMandate), HERE)
export const revoke = action(RevokeMandate, revokeMandate, HERE)
