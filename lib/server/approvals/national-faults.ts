import 'server-only'
import { preflight } from '@/lib/documents/national-preflight'
import { isSent } from '@/lib/domain/push'
import { codeLists } from '../code-lists/code-lists'
import type { Tx } from '../db'
import { completed } from '../records/completed'

export type FaultyPerson = { recordId: string; name: string; faults: string[]; more: number }

const AT_ONCE = 200
const FAULTS_SAID = 3

/**
 * Who of these revisions the ministry would refuse, and why, before anybody signs: fields and sentences, no answers. `names`: whether
 * the reader may learn the names of sensitive fields too. What units lack is theirs to mend, not the signer's, and is not said here.
 */
export async function nationalFaults(
  tx: Tx,
  revisionIds: readonly string[],
  names: boolean,
  day: string,
): Promise<FaultyPerson[]> {
  const found: FaultyPerson[] = []
  for (let at = 0; at < revisionIds.length; at += AT_ONCE) {
    const rows = await tx.$queryRaw<{ recordId: string; name: string; data: unknown }[]>`
      SELECT revision.record_id AS "recordId", person.full_name AS name, revision.data
      FROM revision JOIN record ON record.id = revision.record_id JOIN person ON person.id = record.person_id
      WHERE revision.id = ANY(${revisionIds.slice(at, at + AT_ONCE)}::uuid[]) ORDER BY person.search_name, person.id`
    for (const { recordId, name, data } of rows) {
      const record = completed(data)
      if (!isSent(record.agency.person_category ?? '')) continue
      const faults = preflight(record, { lists: codeLists, day, agencyCodeOf: null }).map(
        ({ label, sensitive, message }) => `${sensitive && !names ? 'Một mục nhạy cảm' : label}: ${message}`,
      )
      const said = [...new Set(faults)]
      if (said.length > 0)
        found.push({ recordId, name, faults: said.slice(0, FAULTS_SAID), more: Math.max(0, said.length - FAULTS_SAID) })
    }
  }
  return found
}
