'use server'

import { action } from '@/lib/server/action'
import { GiveAgreement, giveAgreement, RevokeAgreement, revokeAgreement } from '@/lib/server/people/agreements'

const HERE = () => ['/administration/agreements']

export const give = action(GiveAgreement, giveAgreement, HERE)
export const revoke = action(RevokeAgreement, revokeAgreement, HERE)
