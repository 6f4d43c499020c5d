import 'server-only'
import type { RecordData } from '@/lib/catalogue'
import { nationalFile } from '@/lib/documents/national-message'
import type { ConnectionProfile } from '@/lib/domain/exchange/connection-profile'
import { db } from '../db'
import type { ReportPage } from '../national/report'
import { fileDigest } from '../pushes/file-digest'
import { completed } from '../records/completed'

const RECORDS_A_PAGE = 500

type UnitStyle = ConnectionProfile['wire']['unitCode']
type Sent = { recordId: string; personKey: string; data: RecordData }

/** What the other side should hold by its own acknowledgements: the newest accepted version of each record, spelled anew from what was approved. */
export async function ownVersions(style: UnitStyle, after: string | null): Promise<ReportPage> {
  const sent = await db.$queryRaw<Sent[]>`
    SELECT newest.record_id AS "recordId", newest.person_key AS "personKey", revision.data
    FROM (
      SELECT DISTINCT ON (record_id) record_id, person_key, revision_id FROM delivery
      WHERE state = 'accepted' AND (${after}::uuid IS NULL OR record_id > ${after}::uuid)
      ORDER BY record_id, version DESC LIMIT ${RECORDS_A_PAGE}
    ) AS newest JOIN revision ON revision.id = newest.revision_id ORDER BY newest.record_id`
  const agencyCodeOf = await wireCodes(style)
  return {
    lines: sent.map(({ personKey, data }) => ({
      personKey,
      sha256: fileDigest(nationalFile(completed(data), { personKey, agencyCodeOf })),
      receivedAt: null,
    })),
    next: sent.length === RECORDS_A_PAGE ? (sent.at(-1)?.recordId ?? null) : null,
  }
}

/** Codes of all units as the counterpart wants them, by every code they are or were known by. */
async function wireCodes(style: UnitStyle) {
  const units = await db.unit.findMany({
    select: {
      ...{ code: true, agencyCode: true, legacyCode: true, nationalCode: true },
      versions: { select: { agencyCode: true } },
    },
  })
  const codes = new Map<string, string | null>()
  for (const unit of units)
    for (const { agencyCode } of [...unit.versions, unit]) if (agencyCode !== null) codes.set(agencyCode, unit[style])
  for (const unit of units) if (!codes.has(unit.code)) codes.set(unit.code, unit[style])
  return (code: string) => codes.get(code) ?? null
}
