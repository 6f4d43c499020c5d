import 'server-only'
import { type Actor, type Permission, within } from '@/lib/domain/policy'
import type { Place } from '@/lib/domain/sub-systems'
import { Prisma } from '@/prisma/generated/client'

/** The policy as a filter over people: a list shows exactly those whom `can` would allow. */
export function peopleWithin(actor: Actor, permission: Permission): Prisma.PersonWhereInput {
  const reach = within(actor, permission)
  if (reach === 'everything') return {}
  if (reach === 'nothing') return { id: { in: [] } }
  return {
    OR: [
      ...reach.unitPaths.map((path) => ({ unit: { path: { startsWith: path } } })),
      ...(reach.personId === null ? [] : [{ id: reach.personId }]),
    ],
  }
}

/** The policy as a filter over units. */
export function unitsWithin(actor: Actor, permission: Permission): Prisma.UnitWhereInput {
  const reach = within(actor, permission)
  if (reach === 'everything') return {}
  if (reach === 'nothing') return { id: { in: [] } }
  return { OR: reach.unitPaths.map((path) => ({ path: { startsWith: path } })) }
}

/** The same as SQL over `unit` aliased `u`. */
export function sqlUnitsWithin(actor: Actor, permission: Permission): Prisma.Sql {
  const reach = within(actor, permission)
  if (reach === 'everything') return Prisma.sql`TRUE`
  if (reach === 'nothing' || reach.unitPaths.length === 0) return Prisma.sql`FALSE`
  const parts = reach.unitPaths.map((path) => Prisma.sql`starts_with(u.path, ${path})`)
  return Prisma.sql`(${Prisma.join(parts, ' OR ')})`
}

/** `peopleWithin` as SQL over `unit` aliased `u` and `person` aliased `p`, for set-based queries; with a place, for that part of the record. */
export function sqlWithin(actor: Actor, permission: Permission, place?: Place): Prisma.Sql {
  const reach = within(actor, permission, place)
  if (reach === 'everything') return Prisma.sql`TRUE`
  if (reach === 'nothing') return Prisma.sql`FALSE`
  const parts = reach.unitPaths.map((path) => Prisma.sql`starts_with(u.path, ${path})`)
  if (reach.personId !== null) parts.push(Prisma.sql`p.id = ${reach.personId}::uuid`)
  return Prisma.sql`(${Prisma.join(parts, ' OR ')})`
}
