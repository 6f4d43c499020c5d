'use server'

import { action } from '@/lib/server/action'
import { fresh } from '@/lib/server/fresh'
import { DecideDuplicate, decideDuplicate } from '@/lib/server/quality/decide-duplicate'

/** Closing a record asks for the password again; so does opening it, which the same door does. */
export const decide = action(DecideDuplicate, fresh(decideDuplicate), ({ caseId }) => [
  '/quality/duplicates',
  `/quality/duplicates/${caseId}`,
])
