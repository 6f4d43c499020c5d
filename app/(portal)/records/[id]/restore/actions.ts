'use server'

import { action } from '@/lib/server/action'
import { RestoreValues, restoreSection } from '@/lib/server/records/restore-values'

export const restore = action(RestoreValues, restoreSection, ({ recordId }) => [
  `/records/${recordId}`,
  `/records/${recordId}/history`,
])
