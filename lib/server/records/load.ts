import 'server-only'
import { emptyRecord, type RecordData, type SectionId } from '@/lib/catalogue'
import { type Actor, can, type Permission, type Subject, sectionsWritten } from '@/lib/domain/policy'
import type { Editor } from '@/lib/domain/record'
import { Refusal } from '@/lib/domain/refusal'
import { Prisma } from '@/prisma/generated/client'
import { approvingUnit } from '../approvals/approvers'
import { isHeadOf } from '../approvals/batch-access'
import type { Tx } from '../db'
import { completed } from './completed'
import { type Sight, sightOf } from './sight'

/** A record together with what the actor may do with it. Writers accept nothing less. */
export type RecordFor<P extends Permission> = LoadedRecord & { readonly [permitted]: P }

/** A record to be read: its draft, or what was approved of it, as this reader may see it; and how they see the rest. */
export type ReadRecord = RecordFor<'record.read'> & { sight: Sight }
declare const permitted: unique symbol

export type LoadedRecord = {
  id: string
  person: {
    id: string
    fullName: string
    citizenId: string
    unitId: string
    unitPath: string
    unitName: string
    /** The one this was entered twice beside, where it was closed for that. */
    sameAsId: string | null
  }
  draft: RecordData
  sectionVersions: Partial<Record<SectionId, number>>
  revisionCount: number
  approvedRevisionId: string | null
  updatedAt: Date
}

type Row = Omit<LoadedRecord, 'person' | 'draft'> & LoadedRecord['person'] & { recordId: string; draft: unknown }

/** Record, person and unit in one question: asked with every page and every save. */
async function rowOf(tx: Tx, id: string, lock: boolean): Promise<Row | undefined> {
  const [row] = await tx.$queryRaw<Row[]>`
    SELECT r.id AS "recordId", r.draft, r.section_versions AS "sectionVersions", r.revision_count AS "revisionCount",
      r.approved_revision_id AS "approvedRevisionId", r.updated_at AS "updatedAt",
      p.id, p.full_name AS "fullName", p.citizen_id AS "citizenId", p.unit_id AS "unitId", p.same_as_id AS "sameAsId",
      u.path AS "unitPath", u.name AS "unitName"
    FROM record r JOIN person p ON p.id = r.person_id JOIN unit u ON u.id = p.unit_id
    WHERE r.id = ${id}::uuid ${lock ? Prisma.sql`FOR UPDATE OF r` : Prisma.empty}`
  return row
}

/**
 * The whole record to be changed, if this actor may do this with it; readers take `readRecord`. Throws `notFound` otherwise: a stranger must not learn
 * from the answer whether the record exists. `lock` holds the row until the transaction ends.
 */
export const loadRecord = <P extends Whole>(
  tx: Tx,
  actor: Actor,
  permission: P,
  id: string,
  how: { lock?: boolean } = {},
): Promise<RecordFor<P>> => load(tx, actor, permission, id, how)

/** What is done with the record as it is kept, unmasked. */
type Whole = 'record.edit' | 'record.submit' | 'correction.ask' | 'correction.answer' | 'evidence.add' | 'value.check'

/**
 * The record to have this section of it written: by the person, by the unit's officer, or by a body whose sub-system needs
 * the section. Throws `notFound` otherwise.
 */
export async function loadForSection(
  tx: Tx,
  actor: Actor,
  { recordId, section }: { recordId: string; section: SectionId },
  { lock = false }: { lock?: boolean } = {},
): Promise<RecordFor<'record.edit'>> {
  const row = await rowOf(tx, recordId, lock)
  const subject = row && { personId: row.id, unitPath: row.unitPath }
  if (!subject || !(can(actor, 'record.edit', subject) || sectionsWritten(actor, subject).includes(section)))
    throw new Refusal('notFound', {})
  return loaded(row)
}

async function load<P extends Permission>(
  tx: Tx,
  actor: Actor,
  permission: P,
  id: string,
  { lock = false }: { lock?: boolean } = {},
): Promise<RecordFor<P>> {
  const row = await rowOf(tx, id, lock)
  if (!row || !can(actor, permission, { personId: row.id, unitPath: row.unitPath })) throw new Refusal('notFound', {})
  return loaded(row)
}

function loaded<P extends Permission>(row: Row): RecordFor<P> {
  const { recordId, draft, sectionVersions, revisionCount, approvedRevisionId, updatedAt, ...person } = row
  return {
    id: recordId,
    person,
    draft: completed(draft),
    sectionVersions,
    revisionCount,
    approvedRevisionId,
    updatedAt,
  } as unknown as RecordFor<P>
}

/**
 * The record for a reader. Off daily duty the approved document stands where the draft would; an empty one where nothing
 * was ever approved. Throws `purposeMissing` while one off duty has not said today what they
 * look for.
 */
export async function readRecord(tx: Tx, actor: Actor, id: string): Promise<ReadRecord> {
  const row = await rowOf(tx, id, false)
  const subject = row && (await readableAs(tx, actor, row))
  if (!subject) throw new Refusal('notFound', {})
  const record = loaded<'record.read'>(row)
  const sight = await sightOf(tx, actor, id, subject)
  const readable = sight.reading.of === 'draft' ? record.draft : await approvedDocument(tx, record.approvedRevisionId)
  return { ...record, draft: sight.document(readable), sight }
}

/** Who approves somebody of another unit reads the record as one of their own: nobody signs for what they may not open. */
async function readableAs(tx: Tx, actor: Actor, { id, unitPath }: Row): Promise<Subject | null> {
  const subject = { personId: id, unitPath }
  if (can(actor, 'record.read', subject)) return subject
  const unit = await approvingUnit(tx, id, actor.today)
  return unit && isHeadOf(actor, unit.id) ? { personId: id, unitPath: unit.path } : null
}

async function approvedDocument(tx: Tx, id: string | null): Promise<unknown> {
  if (id === null) return emptyRecord()
  return (await tx.revision.findUniqueOrThrow({ where: { id }, select: { data: true } })).data
}

/** In whose name this actor edits: nobody speaks for the unit about their own record. */
export function editorOf(actor: Actor, { person: { id: personId, unitPath } }: Pick<LoadedRecord, 'person'>): Editor {
  if (actor.personId === personId) return 'self'
  const subject = { personId, unitPath }
  return !can(actor, 'record.edit', subject) && sectionsWritten(actor, subject).length > 0 ? 'body' : 'unit'
}
