import 'server-only'
import { fromDateColumn } from '@/lib/domain/calendar'
import { isMovementKind } from '@/lib/domain/movements/movement-kinds'
import type { WorkingLife } from '@/lib/domain/movements/plan-movement'
import { type Actor, can, type Permission } from '@/lib/domain/policy'
import { Refusal } from '@/lib/domain/refusal'
import type { Tx } from '../db'

/** One person to be moved, held until the transaction ends. Throws `notFound` out of reach, `ownRecord` for oneself. */
export async function lockLife(tx: Tx, actor: Actor, permission: Permission, personId: string) {
  await tx.$queryRaw`SELECT id FROM person WHERE id = ${personId}::uuid FOR UPDATE`
  const person = await tx.person.findUnique({
    where: { id: personId },
    include: { unit: { select: { path: true, name: true } }, record: { select: { id: true } } },
  })
  if (!person || !can(actor, permission, { personId: null, unitPath: person.unit.path })) {
    throw new Refusal('notFound', {})
  }
  if (person.id === actor.personId) throw new Refusal('ownRecord', {})
  return { person, life: await lifeOf(tx, person) }
}

/** What the rules of movements ask of a person. */
export async function lifeOf(
  tx: Tx,
  { id, unitId, employmentStatus }: { id: string; unitId: string; employmentStatus: string },
): Promise<WorkingLife> {
  const [postings, roles, movements] = await Promise.all([
    tx.posting.findMany({ where: { personId: id }, orderBy: { validFrom: 'asc' } }),
    tx.roleGrant.findMany({ where: { user: { personId: id } } }),
    tx.movement.findMany({
      where: { personId: id, kind: { not: 'undo' }, undoneBy: null },
      orderBy: [{ day: 'asc' }, { number: 'asc' }],
      select: { kind: true, day: true },
    }),
  ])
  return {
    personId: id,
    unitId,
    status: employmentStatus,
    postings: postings.map(({ validFrom, validUntil, ...posting }) => ({ ...posting, ...span(validFrom, validUntil) })),
    roles: roles.map(({ id: grantId, userId, role, unitId: at, reason, validFrom, validUntil }) => ({
      ...{ id: grantId, userId, personId: id, role, unitId: at, reason },
      ...span(validFrom, validUntil),
    })),
    movements: movements.flatMap(({ kind, day }) => (isMovementKind(kind) ? [{ kind, day: fromDateColumn(day) }] : [])),
  }
}

const span = (from: Date, until: Date | null) => ({ from: fromDateColumn(from), until: until && fromDateColumn(until) })
