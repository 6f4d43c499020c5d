import 'server-only'
import type { RecordData } from '@/lib/catalogue'
import type { Actor } from '@/lib/domain/policy'
import { Prisma } from '@/prisma/generated/client'
import { db } from '../../db'
import { workSight } from '../../records/sight'
import { sqlWithin } from '../../within'

export type WorkbookScope = { unitPath: string; own: boolean }

/** Whose records, by unit and given name. */
export async function workbookPeople(actor: Actor, { unitPath, own }: WorkbookScope, most: number): Promise<string[]> {
  const inScope = own ? Prisma.sql`u.path = ${unitPath}` : Prisma.sql`starts_with(u.path, ${unitPath})`
  const rows = await db.$queryRaw<{ id: string }[]>`
    SELECT r.id FROM record r JOIN person p ON p.id = r.person_id JOIN unit u ON u.id = p.unit_id
    WHERE p.same_as_id IS NULL AND ${inScope} AND ${sqlWithin(actor, 'record.exportMany')}
    ORDER BY u.path, p.search_name, p.id LIMIT ${most}`
  return rows.map(({ id }) => id)
}

export type WorkbookPerson = {
  recordId: string
  personId: string
  name: string
  unitPath: string
  document: RecordData
}

type Row = Omit<WorkbookPerson, 'document'> & { draft: unknown; at: number }

/** Those of these records still in reach, in the order asked for, as this reader sees their drafts. */
export async function workbookRecords(actor: Actor, recordIds: readonly string[]): Promise<WorkbookPerson[]> {
  const rows = await db.$queryRaw<Row[]>`
    SELECT r.id AS "recordId", p.id AS "personId", p.full_name AS name, u.path AS "unitPath", r.draft
    FROM unnest(${[...recordIds]}::uuid[]) WITH ORDINALITY AS asked (id, at)
    JOIN record r ON r.id = asked.id JOIN person p ON p.id = r.person_id JOIN unit u ON u.id = p.unit_id
    WHERE ${sqlWithin(actor, 'record.exportMany')} ORDER BY asked.at`
  return rows.flatMap(({ draft, ...person }) => {
    const sight = workSight(actor, person)
    // Only on daily duty: whoever reads what was approved takes the forms.
    return sight?.reading.of === 'draft' ? [{ ...person, document: sight.document(draft) }] : []
  })
}
