'use server'

import { action } from '@/lib/server/action'
import { fresh } from '@/lib/server/fresh'
import { CheckPackage, checkPackage } from '@/lib/server/handover/check-package'
import { ReceivePackage, receivePackage } from '@/lib/server/handover/receive-package'

const HERE = () => ['/movements', '/records', '/administration']

export const check = action(CheckPackage, checkPackage)
export const receive = action(ReceivePackage, fresh(receivePackage), HERE)
