'use server'

import { action } from '@/lib/server/action'
import { LinkEvidence } from '@/lib/server/evidence/add-evidence'
import { CheckValues, checkValues } from '@/lib/server/evidence/check-values'
import { RemoveEvidence, removeEvidence } from '@/lib/server/evidence/end-links'
import { reuseEvidence } from '@/lib/server/evidence/link-evidence'

export const reuse = action(LinkEvidence, reuseEvidence)
export const remove = action(RemoveEvidence, removeEvidence)
export const checkAgainstPapers = action(CheckValues, checkValues)
