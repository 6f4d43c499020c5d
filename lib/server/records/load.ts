import 'server-only'
import { emptyRecord, type RecordData, type SectionId } from '@/lib/catalogue'
import { type Actor, can, type Permission } from '@/lib/domain/policy'
import type { Editor } from '@/lib/domain/record'
import { Refusal } from '@/lib/domain/refusal'
import type { Tx } from '../db'

/** A record together with what the actor may do with it. Writers accept nothing less. */
export type RecordFor<P extends Permission> = LoadedRecord & { readonly [permitted]: P }
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
 * The record, if this actor may do this with it. Throws `notFound` otherwise: a stranger must not learn
 * from the answer whether the record exists. `lock` holds the row until the transaction ends.
 */
export async function loadRecord<P extends Permission>(
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

/** In whose name this actor edits: nobody speaks for the unit about their own record. */
export const editorOf = (actor: Actor, record: LoadedRecord): Editor =>
  actor.personId === record.person.id ? 'self' : 'unit'

/** A stored document with every field of today's form, in its order; jsonb keeps neither. */
export function completed(stored: unknown): RecordData {
  const empty = emptyRecord() as Record<SectionId, Record<string, unknown>>
  const data = (stored ?? {}) as Partial<Record<SectionId, Record<string, unknown>>>
  for (const [section, answers] of Object.entries(empty) as [SectionId, Record<string, unknown>][]) {
    for (const code of Object.keys(answers)) answers[code] = data[section]?.[code] ?? null
  }
  return empty as RecordData
}
