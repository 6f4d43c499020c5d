'use server'

import { action } from '@/lib/server/action'
import {
  ConfirmEnrolment,
  confirmEnrolment as confirm,
  RefuseEnrolment,
  refuseEnrolment as refuse,
} from '@/lib/server/enrolment/decide-enrolment'
import { fresh } from '@/lib/server/fresh'

const HERE = () => ['/administration/certificates']

export const confirmEnrolment = action(ConfirmEnrolment, fresh(confirm), HERE)
export const refuseEnrolment = action(RefuseEnrolment, refuse, HERE)
