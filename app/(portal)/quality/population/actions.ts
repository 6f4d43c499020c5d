'use server'

import { action } from '@/lib/server/action'
import { fresh } from '@/lib/server/fresh'
import { AskUnit, askUnit } from '@/lib/server/population/ask-unit'
import { CheckNow, checkNow } from '@/lib/server/population/check-now'

export const askAboutUnit = action(
  AskUnit,
  fresh(askUnit, () => true),
  () => ['/quality/population'],
)
export const askAboutOne = action(CheckNow, checkNow, ({ recordId }) => [`/records/${recordId}`, '/quality/population'])
