import 'server-only'
import { type NationalFault, preflight } from '@/lib/documents/national-preflight'
import { isSent } from '@/lib/domain/push'
import { codeLists, codeListsVersion } from '../code-lists/code-lists'
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
  const known = await judged(tx, revisionIds, day)
  const faulty = revisionIds.filter((id) => (known.get(id)?.length ?? 0) > 0)
  if (faulty.length === 0) return []
  const rows = await tx.$queryRaw<{ id: string; recordId: string; name: string }[]>`
    SELECT revision.id, revision.record_id AS "recordId", person.full_name AS name
    FROM revision JOIN record ON record.id = revision.record_id JOIN person ON person.id = record.person_id
    WHERE revision.id = ANY(${faulty}::uuid[]) ORDER BY person.search_name, person.id`
  return rows.map(({ id, recordId, name }) => {
    const faults = (known.get(id) ?? []).map(
      ({ label, sensitive, message }) => `${sensitive && !names ? 'Một mục nhạy cảm' : label}: ${message}`,
    )
    const said = [...new Set(faults)]
    return { recordId, name, faults: said.slice(0, FAULTS_SAID), more: Math.max(0, said.length - FAULTS_SAID) }
  })
}

type Fault = Pick<NationalFault, 'label' | 'sensitive' | 'message'>

const MOST_REMEMBERED = 20_000
let remembered = { of: '', faults: new Map<string, readonly Fault[]>() }

/** What speaks against each revision. Revisions never change: with the same lists, on the same day, each is judged once in this process. */
async function judged(tx: Tx, revisionIds: readonly string[], day: string): Promise<Map<string, readonly Fault[]>> {
  const of = `${day} ${codeListsVersion()}`
  if (remembered.of !== of || remembered.faults.size > MOST_REMEMBERED) remembered = { of, faults: new Map() }
  const { faults } = remembered
  const open = revisionIds.filter((id) => !faults.has(id))
  for (let at = 0; at < open.length; at += AT_ONCE) {
    const rows = await tx.$queryRaw<{ id: string; data: unknown }[]>`
      SELECT id, data FROM revision WHERE id = ANY(${open.slice(at, at + AT_ONCE)}::uuid[])`
    for (const { id, data } of rows) {
      const record = completed(data)
      const sent = isSent(record.agency.person_category ?? '')
      faults.set(id, sent ? preflight(record, { lists: codeLists, day, agencyCodeOf: null }) : [])
    }
  }
  return faults
}
