import 'server-only'
import type { RecordData } from '@/lib/catalogue'
import { preflight } from '@/lib/documents/national-preflight'
import { isSent } from '@/lib/domain/push'
import type { Finding } from '@/lib/domain/rules/rule'
import { shownOnly } from '@/lib/domain/shown'
import { codeLists } from '../code-lists/code-lists'

/**
 * What the ministry would refuse of this draft, said at its field while there is time: the rules that are asked again at approval and
 * before sending. What is missing, completeness says.
 */
export function nationalFindings(draft: RecordData, today: string): Finding[] {
  const category = draft.agency.person_category
  if (category !== null && !isSent(category)) return []
  return preflight(shownOnly(draft), { lists: codeLists, day: today, agencyCodeOf: null })
    .filter(({ code }) => code !== 'E_REQUIRED')
    .map(({ code, place, message }) => ({ rule: `national:${code}`, severity: 'warning', place, sentence: message }))
}
