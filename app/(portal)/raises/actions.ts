'use server'

import { action } from '@/lib/server/action'
import { fresh } from '@/lib/server/fresh'
import { cancelRaise } from '@/lib/server/raises/raise-decisions'
import { CancelRaise, RecordRaises } from '@/lib/server/raises/raise-input'
import { recordRaises } from '@/lib/server/raises/record-raises'

/** Of many at once the password is asked again. */
const MANY = 20

export const giveRaises = action(
  RecordRaises,
  fresh(recordRaises, ({ people }) => people.length > MANY),
  () => ['/raises'],
)

export const dropRaise = action(CancelRaise, cancelRaise, () => ['/raises'])
