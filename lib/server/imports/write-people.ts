import 'server-only'
import { randomUUID } from 'node:crypto'
import { CATALOGUE_VERSION, type RecordData } from '@/lib/catalogue'
import { plain } from '@/lib/catalogue/code-list'
import { type Change, diff } from '@/lib/domain/changes'
import { figuresOf } from '@/lib/domain/completeness'
import type { Waiting } from '@/lib/domain/excel/import-plan'
import type { Actor } from '@/lib/domain/policy'
import { searchName } from '@/lib/domain/search-name'
import { shownOnly } from '@/lib/domain/shown'
import { type AuditEntry, writeAuditOfMany } from '../audit'
import { db, type Tx } from '../db'
import { completed } from '../records/completed'
import type { Judged, Known } from './judge-people'
import type { LoadedImport } from './load-import'

/** The record was written by somebody else between the reading and the writing: the step is done anew. */
class MeanwhileChanged extends Error {}

export type Writing = { created: Created[]; changed: Changed[] }
type Created = {
  number: number
  personId: string
  recordId: string
  unitPath: string
  from: string
  draft: RecordData
  waiting: Waiting[]
  row: object
}
type Changed = { number: number; known: Known; draft: RecordData; changes: Change[]; waiting: Waiting[]; row: object }

/** What is to be written of these people, worked out before any row is locked. */
export async function prepareWriting(judged: readonly Judged[], now: Date): Promise<Writing> {
  const created = judged.flatMap(({ number, plan }) => {
    if (plan.outcome !== 'create' || !plan.draft || !plan.posting) return []
    const { draft, waiting, posting } = plan
    const { identity, agency } = draft
    const [personId, recordId] = [randomUUID(), randomUUID()]
    const fullName = identity.full_name ?? ''
    const row = {
      ...{ person_id: personId, record_id: recordId, posting_id: randomUUID(), citizen_id: identity.citizen_id },
      ...{ full_name: fullName, search_name: searchName(fullName), date_of_birth: identity.date_of_birth },
      ...{
        unit_id: posting.unit.id,
        from: posting.from,
        category: agency.person_category,
        status: agency.employment_status,
      },
      ...{ managed: agency.managed_by_standing_committee ?? false, draft, ...figuresOf(draft), at: now },
    }
    return [{ ...{ number, personId, recordId, draft, waiting, row }, unitPath: posting.unit.path, from: posting.from }]
  })
  const touched = judged.filter(({ plan, known }) => plan.outcome === 'change' && known !== null && plan.draft !== null)
  const newest = await newestRevisions(
    touched.flatMap(({ known }) => (known && known.revisionCount > 0 ? [known.recordId] : [])),
  )
  const changed = touched.flatMap(({ number, plan, known }) => {
    if (!known || !plan.draft) return []
    const { draft, changes, waiting } = plan
    const versions = { ...known.sectionVersions }
    for (const section of new Set(changes.map((change) => change.section)))
      versions[section] = (versions[section] ?? 0) + 1
    const sent = newest.get(known.recordId)
    const unsent = sent === undefined || diff(sent, shownOnly(draft)).length > 0
    const row = { id: known.recordId, draft, versions, ...figuresOf(draft), unsent }
    return [{ number, known, draft, changes, waiting, row }]
  })
  return { created, changed }
}

/** Writes them: people, postings, records, trails, what waits for its code, the log; each in one statement. */
export async function writePeople(tx: Tx, actor: Actor, list: LoadedImport, { created, changed }: Writing, now: Date) {
  await requireUnchanged(tx, changed)
  if (created.length > 0) await insertPeople(tx, created, now)
  const edited = changed.filter(({ changes }) => changes.length > 0)
  if (edited.length > 0) await updateRecords(tx, edited, actor, now)
  const waits = [
    ...created.flatMap(({ recordId, waiting }) => waiting.map((one) => ({ recordId, ...one }))),
    ...changed.flatMap(({ known, waiting }) => waiting.map((one) => ({ recordId: known.recordId, ...one }))),
  ]
  if (waits.length > 0) await insertWaiting(tx, waits, list.fileName, actor, now)
  await writeAuditOfMany(tx, actor, entriesOf(list, created, edited), now)
  const outcomes = [
    ...created.map(({ number, recordId }) => ({ number, record: recordId })),
    ...changed.map(({ number, known }) => ({ number, record: known.recordId })),
  ]
  await tx.$executeRaw`
    UPDATE import_person SET written = TRUE, record_id = done.record
    FROM jsonb_to_recordset(${JSON.stringify(outcomes)}::jsonb) AS done (number int, record uuid)
    WHERE import_id = ${list.id}::uuid AND import_person.number = done.number`
}

async function requireUnchanged(tx: Tx, changed: readonly Changed[]) {
  if (changed.length === 0) return
  const rows = await tx.$queryRaw<{ id: string; updatedAt: Date }[]>`
    SELECT id, updated_at AS "updatedAt" FROM record WHERE id = ANY (${changed.map(({ known }) => known.recordId)}::uuid[])
    ORDER BY id FOR UPDATE`
  const now = new Map(rows.map(({ id, updatedAt }) => [id, updatedAt.getTime()]))
  if (changed.some(({ known }) => now.get(known.recordId) !== known.updatedAt.getTime())) throw new MeanwhileChanged()
}

async function insertPeople(tx: Tx, created: readonly Created[], now: Date) {
  const rows = JSON.stringify(created.map(({ row }) => row))
  await tx.$executeRaw`
    WITH one AS MATERIALIZED (SELECT * FROM jsonb_to_recordset(${rows}::jsonb) AS one (
      person_id uuid, record_id uuid, posting_id uuid, citizen_id text, full_name text, search_name text, date_of_birth text,
      unit_id uuid, "from" date, category text, status text, managed boolean, draft jsonb, filled int, missing int)),
    person AS (INSERT INTO person (id, citizen_id, full_name, search_name, date_of_birth, unit_id, person_category,
        employment_status, managed_by_standing_committee, created_at)
      SELECT person_id, citizen_id, full_name, search_name, date_of_birth, unit_id, category, status, managed, ${now} FROM one),
    posting AS (INSERT INTO posting (id, person_id, unit_id, valid_from)
      SELECT posting_id, person_id, unit_id, "from" FROM one)
    INSERT INTO record (id, person_id, draft, catalogue_version, filled, missing, has_unsent, updated_at)
    SELECT record_id, person_id, draft, ${CATALOGUE_VERSION}, filled, missing, TRUE, ${now} FROM one`
}

async function updateRecords(tx: Tx, edited: readonly Changed[], actor: Actor, now: Date) {
  const rows = JSON.stringify(edited.map(({ row }) => row))
  await tx.$executeRaw`
    UPDATE record SET draft = one.draft, section_versions = one.versions, catalogue_version = ${CATALOGUE_VERSION},
      filled = one.filled, missing = one.missing, has_unsent = one.unsent, updated_at = ${now}
    FROM jsonb_to_recordset(${rows}::jsonb) AS one (id uuid, draft jsonb, versions jsonb, filled int, missing int, unsent boolean)
    WHERE record.id = one.id`
  const trails = edited.flatMap(({ known, changes }) =>
    bySection(changes).map(([section, own]) => ({ record: known.recordId, section, changes: own })),
  )
  await tx.$executeRaw`
    INSERT INTO draft_change (id, record_id, section, changes, by_user_id, by_name, first_at, last_at)
    SELECT gen_random_uuid(), one.*, ${actor.userId}::uuid, ${actor.personName}, ${now}, ${now}
    FROM jsonb_to_recordset(${JSON.stringify(trails)}::jsonb) AS one (record uuid, section text, changes jsonb)`
}

type Waits = Waiting & { recordId: string }

async function insertWaiting(tx: Tx, waits: readonly Waits[], fileName: string, actor: Actor, now: Date) {
  const rows = JSON.stringify(waits.map((one) => ({ ...one, words: plain(one.text) })))
  await tx.$executeRaw`
    INSERT INTO unmatched_answer (id, record_id, section, code, row_id, "column", kind, list, text, words, file_name, by_name, at)
    SELECT gen_random_uuid(), one.*, ${fileName}, ${actor.personName}, ${now}
    FROM jsonb_to_recordset(${rows}::jsonb) AS one ("recordId" uuid, section text, code text, "rowId" text, "column" text,
      kind text, list text, text text, words text)`
}

function bySection(changes: readonly Change[]): [Change['section'], Change[]][] {
  const sections = [...new Set(changes.map(({ section }) => section))]
  return sections.map((section) => [section, changes.filter((change) => change.section === section)])
}

function entriesOf(list: LoadedImport, created: readonly Created[], edited: readonly Changed[]): AuditEntry[] {
  const born = created.map(
    ({ personId, draft, unitPath, from }): AuditEntry => ({
      action: 'person.created',
      subject: { type: 'person', id: personId, name: draft.identity.full_name ?? '' },
      unitPath,
      detail: { from, import: list.id },
    }),
  )
  const changes = edited.flatMap(({ known, changes: own }) =>
    bySection(own).map(
      ([section, some]): AuditEntry => ({
        action: 'record.edited',
        subject: { type: 'record', id: known.recordId, name: known.name },
        unitPath: known.unitPath,
        detail: { section, fields: [...new Set(some.map(({ code }) => code))], import: list.id },
      }),
    ),
  )
  return [...born, ...changes]
}

async function newestRevisions(recordIds: readonly string[]): Promise<Map<string, RecordData>> {
  if (recordIds.length === 0) return new Map()
  const rows = await db.$queryRaw<{ id: string; data: unknown }[]>`
    SELECT r.id, v.data FROM record r JOIN revision v ON v.record_id = r.id AND v.version = r.revision_count
    WHERE r.id = ANY (${[...recordIds]}::uuid[])`
  return new Map(rows.map(({ id, data }) => [id, completed(data)]))
}
