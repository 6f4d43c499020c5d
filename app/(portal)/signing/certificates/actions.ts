'use server'

import { z } from 'zod'
import { action } from '@/lib/server/action'
import { OpenEnrolment, openEnrolment as open } from '@/lib/server/enrolment/open-enrolment'
import { GiveUpCertificate, giveUpCertificate } from '@/lib/server/enrolment/own-certificates'
import {
  CompleteEnrolment,
  cancelEnrolment as cancel,
  completeEnrolment as complete,
  StartEnrolment,
  startEnrolment as start,
} from '@/lib/server/enrolment/sign-enrolment'
import { fresh } from '@/lib/server/fresh'

const HERE = () => ['/signing/certificates']

export const openEnrolment = action(OpenEnrolment, open, HERE)
export const startEnrolment = action(StartEnrolment, fresh(start))
export const completeEnrolment = action(CompleteEnrolment, fresh(complete), HERE)
export const cancelEnrolment = action(z.object({ id: z.uuid() }), cancel, HERE)
export const giveUp = action(GiveUpCertificate, fresh(giveUpCertificate), HERE)
