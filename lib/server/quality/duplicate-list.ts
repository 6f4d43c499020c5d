import 'server-only'
import { type Actor, can, mayAnywhere } from '@/lib/domain/policy'
import type { DuplicateStanding } from '@/lib/domain/quality/duplicate-words'
import { Refusal } from '@/lib/domain/refusal'
import type { Prisma } from '@/prisma/generated/client'
import { db } from '../db'
import { peopleWithin } from '../within'

const SIDE = {
  select: { id: true, fullName: true, dateOfBirth: true, unit: { select: { name: true, path: true } } },
} as const

/** Pairs with at least one side in reach. Of a side out of reach nothing is told. */
export async function duplicateList(
  actor: Actor,
  { state, unitPath }: { state: DuplicateStanding; unitPath: string | null },
  page: { skip: number; take: number },
) {
  if (!mayAnywhere(actor, 'duplicate.decide')) throw new Refusal('notFound', {})
  const inUnit = unitPath === null ? {} : { unit: { path: { startsWith: unitPath } } }
  const where: Prisma.DuplicateCaseWhereInput = { state, ...touching(actor, inUnit) }
  const [total, rows] = await Promise.all([
    db.duplicateCase.count({ where }),
    db.duplicateCase.findMany({
      where,
      orderBy: [{ foundAt: 'desc' }, { id: 'asc' }],
      ...page,
      include: { first: SIDE, second: SIDE },
    }),
  ])
  const pairs = rows.map(({ id, grounds, foundAt, first, second }) => {
    const sides = [sideFor(actor, first), sideFor(actor, second)].sort(
      (a, b) => Number(a === null) - Number(b === null),
    )
    return { id, grounds, foundAt, sides, mayDecide: !sides.includes(null) }
  })
  return { total, pairs }
}

/** How many wait that this actor can decide or has a side of. */
export const openDuplicates = (actor: Actor) =>
  db.duplicateCase.count({ where: { state: 'open', ...touching(actor, {}) } })

function touching(actor: Actor, more: Prisma.PersonWhereInput): Prisma.DuplicateCaseWhereInput {
  const side = { AND: [peopleWithin(actor, 'duplicate.decide'), more] }
  return { OR: [{ first: side }, { second: side }] }
}

type Side = { id: string; fullName: string; dateOfBirth: string | null; unit: { name: string; path: string } }

const sideFor = (actor: Actor, { id, fullName, dateOfBirth, unit }: Side) =>
  can(actor, 'duplicate.decide', { personId: id, unitPath: unit.path })
    ? { name: fullName, dateOfBirth, unitName: unit.name }
    : null
