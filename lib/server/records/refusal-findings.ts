import 'server-only'
import { fieldNamed, isSectionId, type RecordData } from '@/lib/catalogue'
import { canonical } from '@/lib/domain/canonical'
import type { Finding } from '@/lib/domain/rules/rule'
import { db } from '../db'
import type { KeptError } from '../pushes/at-field'

/**
 * What the ministry refused of the newest approved version, at the fields that still say what was sent: once somebody has written something
 * else there, the complaint has been heard. In our words, never in the ministry's raw ones.
 */
export async function refusalFindings({ id, draft }: { id: string; draft: RecordData }): Promise<Finding[]> {
  const delivery = await db.delivery.findFirst({
    where: { recordId: id, revision: { withdrawn: null } },
    orderBy: { version: 'desc' },
    select: { state: true, errors: true, revision: { select: { data: true } } },
  })
  if (delivery?.state !== 'refused') return []
  const sent = delivery.revision.data as Record<string, Record<string, unknown> | undefined>
  return (delivery.errors as KeptError[]).flatMap(({ code, section, fieldCode, table, message }) => {
    const held = table ?? fieldCode
    if (!section || !held || !isSectionId(section) || !fieldNamed(section, held)) return []
    const now = (draft[section] as Record<string, unknown>)[held] ?? null
    if (canonical(now) !== canonical(sent[section]?.[held] ?? null)) return []
    const place = { section, code: held }
    return [{ rule: `national:${code}`, severity: 'warning', place, sentence: `Bộ từ chối. ${message}` }]
  })
}
