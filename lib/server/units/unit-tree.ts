import 'server-only'
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
  legacyCode: true,
  nationalCode: true,
  isOpen: true,
} as const

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

/** Whose business the unit took over, and who took over its own. */
export async function unitLinks(unitId: string) {
  const links = await db.unitLink.findMany({
    where: { OR: [{ predecessorId: unitId }, { successorId: unitId }] },
    orderBy: { day: 'asc' },
    select: {
      id: true,
      day: true,
      predecessor: { select: { id: true, name: true } },
      successor: { select: { id: true, name: true } },
    },
  })
  return links.map(({ id, day, predecessor, successor }) => ({
    ...{ id, day: fromDateColumn(day) },
    isPredecessor: successor.id === unitId,
    other: successor.id === unitId ? predecessor : successor,
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
