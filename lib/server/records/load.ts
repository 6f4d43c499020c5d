import 'server-only'
import type { RecordData, SectionId } from '@/lib/catalogue'
import { type Actor, can, type Permission } from '@/lib/domain/policy'
import type { Editor } from '@/lib/domain/record'
import { Refusal } from '@/lib/domain/refusal'
import type { Tx } from '../db'
import { completed } from './completed'
import { type Sight, sightOf } from './sight'

/** A record together with what the actor may do with it. Writers accept nothing less. */
export type RecordFor<P extends Permission> = LoadedRecord & { readonly [permitted]: P }

/** A record to be read: its draft as this reader may see it, and how they see whatever else is stored of it. */
export type ReadRecord = RecordFor<'record.read'> & { sight: Sight }
declare const permitted: unique symbol

export type LoadedRecord = {
  id: string
  person: { id: string; fullName: string; citizenId: string; unitId: string; unitPath: string; unitName: string }
  draft: RecordData
  sectionVersions: Partial<Record<SectionId, number>>
  revisionCount: number
  approvedRevisionId: string | null
  updatedAt: Date
}

const SELECT = {
  id: true,
  draft: true,
  sectionVersions: true,
  revisionCount: true,
  approvedRevisionId: true,
  updatedAt: true,
  person: {
    select: { id: true, fullName: true, citizenId: true, unitId: true, unit: { select: { path: true, name: true } } },
  },
} as const

/**
 * The whole record to be changed, if this actor may do this with it; readers take `readRecord`. Throws `notFound` otherwise: a stranger must not learn
 * from the answer whether the record exists. `lock` holds the row until the transaction ends.
 */
export const loadRecord = <P extends 'record.edit' | 'record.submit' | 'correction.ask' | 'correction.answer'>(
  tx: Tx,
  actor: Actor,
  permission: P,
  id: string,
  how: { lock?: boolean } = {},
): Promise<RecordFor<P>> => load(tx, actor, permission, id, how)

async function load<P extends Permission>(
  tx: Tx,
  actor: Actor,
  permission: P,
  id: string,
  { lock = false }: { lock?: boolean } = {},
): Promise<RecordFor<P>> {
  if (lock) await tx.$queryRaw`SELECT id FROM record WHERE id = ${id}::uuid FOR UPDATE`
  const row = await tx.record.findUnique({ where: { id }, select: SELECT })
  if (!row || !can(actor, permission, { personId: row.person.id, unitPath: row.person.unit.path })) {
    throw new Refusal('notFound', {})
  }
  const { unit, ...person } = row.person
  return {
    ...row,
    person: { ...person, unitPath: unit.path, unitName: unit.name },
    draft: completed(row.draft),
    sectionVersions: row.sectionVersions as LoadedRecord['sectionVersions'],
  } as unknown as RecordFor<P>
}

/** The record for a reader. Throws `purposeMissing` while one off duty has not said today what they look for. */
export async function readRecord(tx: Tx, actor: Actor, id: string): Promise<ReadRecord> {
  const record = await load(tx, actor, 'record.read', id)
  const { person } = record
  const sight = await sightOf(tx, actor, id, { personId: person.id, unitPath: person.unitPath })
  return { ...record, draft: sight.document(record.draft), sight }
}

/** In whose name this actor edits: nobody speaks for the unit about their own record. */
export const editorOf = (actor: Actor, record: LoadedRecord): Editor =>
  actor.personId === record.person.id ? 'self' : 'unit'
