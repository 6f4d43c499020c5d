'use server'

import { z } from 'zod'
import { action } from '@/lib/server/action'
import { ApproveConnection, approveConnection } from '@/lib/server/exchange/connection-approval'
import { runTrial } from '@/lib/server/exchange/connection-page'

const PAGES = () => ['/pushes/connection', '/pushes']

export const approve = action(ApproveConnection, approveConnection, PAGES)
export const tryIt = action(z.strictObject({}), runTrial)
