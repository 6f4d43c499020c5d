import 'server-only'
import { randomBytes, randomUUID } from 'node:crypto'
import { CATALOGUE_VERSION, type RecordData } from '@/lib/catalogue'
import { recordLeaf } from '@/lib/documents/merkle'
import { type Change, diff } from '@/lib/domain/changes'
import { figuresOf } from '@/lib/domain/completeness'
import type { Placed } from '@/lib/domain/raises/place-raise'
import { declaredByDecision } from '@/lib/domain/record'
import { shownOnly } from '@/lib/domain/shown'
import { type AuditEntry, writeAuditOfMany } from '../audit'
import type { Tx } from '../db'
import { completed } from '../records/completed'
import type { DueRaise } from './settle-raises'

export type PlacedRaise = {
  raise: DueRaise
  before: { draft: RecordData; approved: RecordData | null }
  placed: Placed
}
type Written = PlacedRaise & { placed: Exclude<Placed, { state: 'missed' }> }

/** Drafts, their trails, versions, where the raises stand, the log; each in one statement. */
export async function writeRaises(tx: Tx, all: readonly PlacedRaise[], now: Date): Promise<void> {
  const written = all.filter((one): one is Written => one.placed.state !== 'missed')
  await writeDrafts(tx, written, now)
  await writeTrails(tx, written, now)
  await writeVersions(tx, written, now)
  const outcomes = all.map(({ raise, placed }) => ({
    ...{ id: raise.id, state: placed.state },
    version: placed.state === 'checked' ? raise.revisionCount + 1 : null,
  }))
  await tx.$executeRaw`
    UPDATE raise SET state = done.state, version = done.version, settled_at = ${now}
    FROM jsonb_to_recordset(${JSON.stringify(outcomes)}::jsonb) AS done (id uuid, state text, version int)
    WHERE raise.id = done.id`
  await writeAuditOfMany(tx, { personName: 'Tiến trình nền' }, all.map(entryOf), now)
}

async function writeDrafts(tx: Tx, written: readonly Written[], now: Date) {
  const rows = written.map(({ raise, before, placed }) => {
    const sections = new Set(diff(before.draft, placed.draft).map(({ section }) => section))
    const versions = { ...raise.sectionVersions }
    for (const section of sections) versions[section] = (versions[section] ?? 0) + 1
    const newest = raise.newestData === null ? null : completed(raise.newestData)
    const made = placed.state === 'checked' ? placed.version : newest
    const unsent = made === null || diff(made, shownOnly(placed.draft)).length > 0
    const count = raise.revisionCount + (placed.state === 'checked' ? 1 : 0)
    return { id: raise.recordId, draft: placed.draft, versions, ...figuresOf(placed.draft), unsent, count }
  })
  await tx.$executeRaw`
    UPDATE record SET draft = one.draft, section_versions = one.versions, catalogue_version = ${CATALOGUE_VERSION},
      filled = one.filled, missing = one.missing, has_unsent = one.unsent, revision_count = one.count, updated_at = ${now}
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      AS one (id uuid, draft jsonb, versions jsonb, filled int, missing int, unsent boolean, count int)
    WHERE record.id = one.id`
}

async function writeTrails(tx: Tx, written: readonly Written[], now: Date) {
  const trails = written.flatMap(({ raise, before, placed }) => {
    const changes = diff(before.draft, placed.draft)
    const sections = [...new Set(changes.map(({ section }) => section))]
    return sections.map((section) => ({
      ...{ record: raise.recordId, section, by: raise.byUserId, name: raise.byName },
      changes: changes.filter((change) => change.section === section),
    }))
  })
  await tx.$executeRaw`
    INSERT INTO draft_change (id, record_id, section, changes, by_user_id, by_name, first_at, last_at)
    SELECT gen_random_uuid(), one.record, one.section, one.changes, one.by, one.name, ${now}, ${now}
    FROM jsonb_to_recordset(${JSON.stringify(trails)}::jsonb) AS one (record uuid, section text, changes jsonb, by uuid, name text)`
}

/** A version each of what was approved and the raise, ready to be signed: the desk that entered the decision has checked it. */
async function writeVersions(tx: Tx, written: readonly Written[], now: Date) {
  const rows = written.flatMap(({ raise, before, placed }) => {
    if (placed.state !== 'checked') return []
    const { recordId, revisionCount, documentNo, decidedOn } = raise
    const [version, salt, data] = [revisionCount + 1, randomBytes(16).toString('base64url'), placed.version]
    const changes: Change[] = diff(before.approved, data)
    const declaration = declaredByDecision(documentNo, decidedOn)
    const hash = recordLeaf({ recordId, version, salt, data })
    return [
      {
        ...{ id: randomUUID(), record: recordId, version, data, changes, salt, hash, declaration },
        ...{ confirmed: placed.confirmed, by: raise.byUserId, name: raise.byName },
      },
    ]
  })
  await tx.$executeRaw`
    WITH one AS MATERIALIZED (SELECT * FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS one (id uuid, record uuid,
      version int, data jsonb, changes jsonb, salt text, hash text, declaration text, confirmed jsonb, by uuid, name text)),
    made AS (INSERT INTO revision (id, record_id, version, data, changes, salt, hash, catalogue_version, declaration,
        confirmed, by_user_id, by_name, at)
      SELECT id, record, version, data, changes, salt, hash, ${CATALOGUE_VERSION}, declaration,
        ARRAY(SELECT jsonb_array_elements_text(confirmed)), by, name, ${now} FROM one)
    INSERT INTO submission (id, revision_id, record_id, state, submitted_at, decided_by_id, decided_by, decided_at)
    SELECT gen_random_uuid(), id, record, 'checked', ${now}, by, name, ${now} FROM one`
}

const entryOf = ({ raise, placed }: PlacedRaise): AuditEntry => ({
  action: 'raise.tookEffect',
  subject: { type: 'record', id: raise.recordId, name: raise.name },
  unitPath: raise.unitPath,
  detail: { decision: raise.documentNo, kind: raise.kind, outcome: placed.state },
})
