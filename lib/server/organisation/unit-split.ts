import 'server-only'
import { dateColumn } from '@/lib/domain/calendar'
import { db } from '../db'

/** Whom and what a unit would be divided into: everybody still to work there, and the units below it. */
export async function unitSplit(unitId: string, today: string) {
  const open = { OR: [{ validUntil: null }, { validUntil: { gte: dateColumn(today) } }] }
  const [postings, units] = await Promise.all([
    db.posting.findMany({
      where: { unitId, ...open },
      orderBy: { person: { searchName: 'asc' } },
      distinct: ['personId'],
      select: { person: { select: { id: true, fullName: true } } },
    }),
    db.unit.findMany({
      where: { parentId: unitId, isOpen: true },
      orderBy: { path: 'asc' },
      select: { id: true, name: true },
    }),
  ])
  return { people: postings.map(({ person }) => ({ id: person.id, name: person.fullName })), units }
}
