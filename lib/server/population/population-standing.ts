import 'server-only'
import type { RecordData } from '@/lib/catalogue'
import { askedIdentity } from '@/lib/domain/population/asked-identity'
import type { PopulationResult } from '@/lib/domain/population/check-words'
import { db } from '../db'
import { populationProfile } from './installation'
import { questionHash } from './question-hash'

export type PopulationStanding = {
  isConfigured: boolean
  latest: { result: PopulationResult; cause: string | null; at: Date; byName: string; purpose: string } | null
  /** The values that were asked about are those that stand. */
  isCurrent: boolean
  isQueued: boolean
}

/** What the population database last said of this record, for whoever already reads it. */
export async function populationStanding(recordId: string, data: RecordData): Promise<PopulationStanding> {
  const [latest, queued] = await Promise.all([
    db.populationCheck.findFirst({ where: { recordId }, orderBy: { id: 'desc' } }),
    db.populationRequest.count({ where: { recordId } }),
  ])
  const identity = askedIdentity(data)
  const isCurrent = latest !== null && identity !== null && latest.inputSha256 === questionHash(recordId, identity)
  return { isConfigured: populationProfile() !== null, latest, isCurrent, isQueued: queued > 0 }
}

/** Of these records those whose values, as they stand, were found to be nobody's. One question for all. */
export async function mismatched(records: readonly { recordId: string; data: RecordData }[]): Promise<Set<string>> {
  const ids = records.map(({ recordId }) => recordId)
  const refused = await db.$queryRaw<{ recordId: string; inputSha256: string }[]>`
    SELECT record_id AS "recordId", input_sha256 AS "inputSha256" FROM (
      SELECT DISTINCT ON (record_id) record_id, result, input_sha256 FROM population_check
      WHERE record_id = ANY(${ids}::uuid[]) AND result <> 'error'
      ORDER BY record_id, id DESC) AS latest
    WHERE result = 'noMatch'`
  const hashes = new Map(refused.map(({ recordId, inputSha256 }) => [recordId, inputSha256]))
  return new Set(
    records.flatMap(({ recordId, data }) => {
      const identity = hashes.has(recordId) ? askedIdentity(data) : null
      return identity && hashes.get(recordId) === questionHash(recordId, identity) ? [recordId] : []
    }),
  )
}
