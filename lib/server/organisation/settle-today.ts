import 'server-only'
import { plain } from '@/lib/catalogue/code-list'
import { dateColumn } from '@/lib/domain/calendar'
import { type StandingToday, standingToday } from '@/lib/domain/organisation/standing-today'
import type { Tx } from '../db'
import { readTree } from './read-organisation'
import { restateRecords } from './restate-records'

/**
 * Makes today's columns say what the history says of today: where each unit stands, who is in it, and how their records
 * name it. Run with every operation, and by the worker when a day begins: an operation dated ahead takes effect so.
 * Running it twice changes nothing.
 */
export async function settleToday(tx: Tx, today: string, by: { userId: string; personName: string }, now: Date) {
  const changed = await settleUnits(tx, standingToday(await readTree(tx), today))
  const moved = await settlePeople(tx, today)
  const records = await restateRecords(tx, { unitIds: changed, personIds: moved }, by, now)
  return { units: changed.length, people: moved.length, records }
}

/** Nobody closes a unit while somebody is being put into it. */
export const shareOrganisation = (tx: Tx) => tx.$executeRaw`SELECT pg_advisory_xact_lock_shared(20250701)`

/** One hand at a time changes the tree; the second finds what the first has made. */
export const lockOrganisation = (tx: Tx) => tx.$executeRaw`SELECT pg_advisory_xact_lock(20250701)`

async function settleUnits(tx: Tx, standing: StandingToday[]): Promise<string[]> {
  const known = await tx.unit.findMany({ select: { id: true, ...COLUMNS } })
  const rows = new Map(known.map(({ id, ...columns }) => [id, columns]))
  const changed = standing.filter(({ unitId, ...said }) => {
    const was = rows.get(unitId)
    return was !== undefined && Object.keys(COLUMNS).some((key) => was[key as Column] !== said[key as Column])
  })
  // Two units may change places: out of the way first.
  for (const { unitId } of changed)
    await tx.unit.update({ where: { id: unitId }, data: { path: `/${unitId}/`, agencyCode: null } })
  for (const { unitId, ...said } of changed) {
    await tx.unit.update({ where: { id: unitId }, data: { ...said, searchName: plain(said.name) } })
  }
  return changed.map(({ unitId }) => unitId)
}

const COLUMNS = {
  ...{ name: true, typeCode: true, parentId: true, path: true, isOpen: true },
  ...{ agencyCode: true, legacyCode: true, nationalCode: true },
} as const
type Column = keyof typeof COLUMNS

/** Everybody stands where the posting in force puts them; who has none stays where they were last. */
async function settlePeople(tx: Tx, today: string): Promise<string[]> {
  const day = dateColumn(today)
  const moved = await tx.$queryRaw<{ id: string }[]>`
    UPDATE person SET unit_id = posting.unit_id FROM posting
    WHERE posting.person_id = person.id AND posting.unit_id <> person.unit_id
      AND posting.valid_from <= ${day} AND (posting.valid_until IS NULL OR posting.valid_until >= ${day})
    RETURNING person.id`
  return moved.map(({ id }) => id)
}
