import 'server-only'
import { plain } from '@/lib/catalogue/code-list'
import type { Actor } from '@/lib/domain/policy'
import { Prisma } from '@/prisma/generated/client'
import { db } from '../../db'
import { endOfDay } from '../../records/approved-form'
import { sqlWithin } from '../../within'

/** Whose records: of a unit with everything below it, or of itself alone; as approved by the end of that day. */
export type ArchiveScope = { unitPath: string; own: boolean; on: string }

export type ArchivePerson = {
  personId: string
  recordId: string
  name: string
  unitName: string
  unitPath: string
  /** The batch's line that held the record; null where nothing was approved by that day. */
  itemId: string | null
  staffNumber: string | null
}

/** Everybody of the scope whom this actor may take, by given name; at most so many. */
export const archivePeople = (actor: Actor, scope: ArchiveScope, most: number) =>
  db.$queryRaw<ArchivePerson[]>`
    SELECT p.id AS "personId", r.id AS "recordId", p.full_name AS name, u.name AS "unitName", u.path AS "unitPath",
      approved.id AS "itemId", approved.staff_number AS "staffNumber"
    FROM person p JOIN unit u ON u.id = p.unit_id JOIN record r ON r.person_id = p.id
    LEFT JOIN LATERAL (
      SELECT item.id, revision.data #>> '{agency,staff_number}' AS staff_number
      FROM revision
      JOIN approval_item item ON item.revision_id = revision.id
      JOIN approval_batch batch ON batch.id = item.batch_id
      WHERE revision.record_id = r.id AND ${STANDS} AND batch.state = 'approved' AND batch.closed_at <= ${endOfDay(scope.on)}
      ORDER BY batch.closed_at DESC LIMIT 1
    ) approved ON TRUE
    WHERE ${sqlWithin(actor, 'record.exportMany')} AND ${inScope(scope)}
    ORDER BY p.search_name, p.id LIMIT ${most}`

/** How many there are, and how many of them have something approved by that day. */
export async function countArchive(actor: Actor, scope: ArchiveScope) {
  const [row] = await db.$queryRaw<{ people: number; approved: number }[]>`
    SELECT count(*)::int AS people, count(*) FILTER (WHERE EXISTS (
      SELECT 1 FROM revision
      JOIN approval_item item ON item.revision_id = revision.id
      JOIN approval_batch batch ON batch.id = item.batch_id
      WHERE revision.record_id = r.id AND ${STANDS} AND batch.state = 'approved' AND batch.closed_at <= ${endOfDay(scope.on)}
    ))::int AS approved
    FROM person p JOIN unit u ON u.id = p.unit_id JOIN record r ON r.person_id = p.id
    WHERE ${sqlWithin(actor, 'record.exportMany')} AND ${inScope(scope)}`
  return row ?? { people: 0, approved: 0 }
}

/** Those of these records that the actor may still take. */
export async function stillWithin(actor: Actor, recordIds: readonly string[]): Promise<Set<string>> {
  const rows = await db.$queryRaw<{ id: string }[]>`
    SELECT r.id FROM record r JOIN person p ON p.id = r.person_id JOIN unit u ON u.id = p.unit_id
    WHERE r.id = ANY(${[...recordIds]}::uuid[]) AND ${sqlWithin(actor, 'record.exportMany')}`
  return new Set(rows.map(({ id }) => id))
}

/** What was taken back is not given out as approved, whatever day is asked for. */
const STANDS = Prisma.sql`NOT EXISTS (SELECT FROM withdrawn_revision w WHERE w.revision_id = revision.id)`

const inScope = ({ unitPath, own }: ArchiveScope) =>
  Prisma.sql`p.same_as_id IS NULL AND ${own ? Prisma.sql`u.path = ${unitPath}` : Prisma.sql`starts_with(u.path, ${unitPath})`}`

/** `nguyen-thi-am-87-0123.pdf`: without accents, so that every system keeps it; of two alike the second is numbered. */
export function archiveNames(people: readonly Pick<ArchivePerson, 'name' | 'staffNumber'>[]): string[] {
  const taken = new Map<string, number>()
  return people.map(({ name, staffNumber }) => {
    const stem = [name, staffNumber ?? 'chua-co-so-hieu']
      .map((part) =>
        plain(part)
          .replace(/[^a-z0-9]+/g, '-')
          .replace(/^-|-$/g, ''),
      )
      .join('-')
    const times = (taken.get(stem) ?? 0) + 1
    taken.set(stem, times)
    return times === 1 ? `${stem}.pdf` : `${stem}--${times}.pdf`
  })
}
