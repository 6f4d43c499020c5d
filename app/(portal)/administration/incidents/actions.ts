'use server'

import { action } from '@/lib/server/action'
import { fresh } from '@/lib/server/fresh'
import { RecordIncident, recordIncident } from '@/lib/server/incidents/record-incident'

export const report = action(RecordIncident, fresh(recordIncident), () => ['/administration/incidents', '/jobs'])
