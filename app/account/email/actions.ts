'use server'

import { z } from 'zod'
import { action } from '@/lib/server/action'
import { fresh } from '@/lib/server/fresh'
import { ClaimEmail, ConfirmEmail, claimEmail, confirmEmail, removeEmail } from '@/lib/server/self-reset/own-email'

const PAGES = () => ['/account', '/account/email']

export const claim = action(ClaimEmail, fresh(claimEmail), PAGES)
export const confirm = action(ConfirmEmail, confirmEmail, PAGES)
export const remove = action(z.null(), fresh(removeEmail), PAGES)
