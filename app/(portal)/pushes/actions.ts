'use server'

import { action } from '@/lib/server/action'
import { ResendInput, resend } from '@/lib/server/pushes/resend'

export const resendDeliveries = action(ResendInput, resend, () => ['/pushes'])
