'use server'

import { action } from '@/lib/server/action'
import { StatePurpose, statePurpose } from '@/lib/server/records/state-purpose'

export const sayWhatFor = action(StatePurpose, statePurpose, ({ recordId }) => [`/records/${recordId}`])
