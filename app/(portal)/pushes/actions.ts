'use server'

import { action } from '@/lib/server/action'
import { RepairGroup, repairGroup } from '@/lib/server/pushes/repair-group'
import { ResendInput, resend } from '@/lib/server/pushes/resend'

export const resendDeliveries = action(ResendInput, resend, () => ['/pushes'])
export const repairDeliveries = action(RepairGroup, repairGroup, () => ['/pushes'])
