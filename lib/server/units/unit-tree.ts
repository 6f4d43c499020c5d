import 'server-only'
import { plain } from '@/lib/catalogue/code-list'
import { dateColumn, fromDateColumn } from '@/lib/domain/calendar'
import { type Actor, can, type Permission, type Role } from '@/lib/domain/policy'
import { Refusal } from '@/lib/domain/refusal'
import { db } from '../db'
import { unitsWithin } from '../within'

const SELECT = {
  id: true,
  code: true,
  name: true,
  typeCode: true,
  path: true,
  parentId: true,
  agencyCode: true,
} as const

/** One page of the units in reach, in the order of the tree, with how many people and accounts each has of its own. */
export async function unitList(actor: Actor, { search, skip, take }: { search: string; skip: number; take: number }) {
  const words = plain(search)
  const where = {
    AND: [
      unitsWithin(actor, 'unit.read'),
      words ? { OR: [{ searchName: { contains: words } }, { code: { contains: words } }] } : {},
    ],
  }
  const [total, units] = await Promise.all([
    db.unit.count({ where }),
    db.unit.findMany({
      where,
      orderBy: { path: 'asc' },
      skip,
      take,
      select: { ...SELECT, _count: { select: { people: true, children: true } } },
    }),
  ])
  return { total, units }
}

/** A unit, if the actor may do this with it. Throws `notFound` otherwise. */
export async function loadUnit(actor: Actor, permission: Permission, id: string) {
  const unit = await db.unit.findUnique({ where: { id }, select: { ...SELECT, parent: { select: SELECT } } })
  if (!unit || !can(actor, permission, { personId: null, unitPath: unit.path })) throw new Refusal('notFound', {})
  return unit
}

/** What the unit was called and where it stood, newest first. */
export async function unitVersions(unitId: string) {
  const versions = await db.unitVersion.findMany({ where: { unitId }, orderBy: { validFrom: 'desc' } })
  return versions.map(({ validFrom, validUntil, ...version }) => ({
    ...version,
    validFrom: fromDateColumn(validFrom),
    validUntil: validUntil && fromDateColumn(validUntil),
  }))
}

/** Who holds which role over this unit itself, today. */
export async function unitHolders(unitId: string, today: string) {
  const day = dateColumn(today)
  const grants = await db.roleGrant.findMany({
    where: {
      unitId,
      role: { not: 'person' },
      validFrom: { lte: day },
      OR: [{ validUntil: null }, { validUntil: { gte: day } }],
    },
    orderBy: [{ role: 'asc' }, { createdAt: 'asc' }],
    select: { id: true, role: true, user: { select: { person: { select: { id: true, fullName: true } } } } },
  })
  return grants.map(({ id, role, user }) => ({
    id,
    role: role as Role,
    personId: user.person.id,
    name: user.person.fullName,
  }))
}

/** Every unit the actor may do this in, as the tree stands, for a choice: a province has some hundreds. */
export async function unitChoices(actor: Actor, permission: Permission) {
  const units = await db.unit.findMany({
    where: { AND: [unitsWithin(actor, permission), { isOpen: true }] },
    orderBy: { path: 'asc' },
    select: { id: true, name: true, path: true, typeCode: true },
  })
  const top = Math.min(...units.map(({ path }) => steps(path)))
  return units.map((unit) => ({ ...unit, depth: steps(unit.path) - top }))
}

const steps = (path: string) => path.split('/').length
