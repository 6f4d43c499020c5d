'use server'

import { action } from '@/lib/server/action'
import { fresh } from '@/lib/server/fresh'
import { RecordIncident, recordIncident } from '@/lib/server/incidents/record-incident'
import { CloseProofIncident, closeProofIncident } from '@/lib/server/proof/incidents'

export const report = action(RecordIncident, fresh(recordIncident), () => ['/administration/incidents', '/jobs'])
export const closeProof = action(CloseProofIncident, closeProofIncident, () => ['/administration/incidents'])
