import 'server-only'
import type { DuplicateAsk } from '@/lib/domain/lists/duplicate-list-spec'
import { type Actor, can, mayAnywhere } from '@/lib/domain/policy'
import { Refusal } from '@/lib/domain/refusal'
import { Prisma } from '@/prisma/generated/client'
import { db } from '../db'
import { listPage } from '../lists/list-page'
import { peopleWithin, sqlWithin } from '../within'

const { sql } = Prisma

const SIDE = {
  select: { id: true, fullName: true, dateOfBirth: true, unit: { select: { name: true, path: true } } },
} as const

/** Pairs with at least one side in reach, the newest first. Of a side out of reach nothing is told. */
export async function duplicateList(actor: Actor, ask: DuplicateAsk) {
  if (!mayAnywhere(actor, 'duplicate.decide')) throw new Refusal('notFound', {})
  const { unit, state = 'open' } = ask.filters
  const inUnit =
    unit === undefined ? sql`TRUE` : sql`starts_with(u.path, (SELECT path FROM unit WHERE id = ${unit}::uuid))`
  const page = await listPage<{ id: string }>({
    select: sql`c.id::text AS id`,
    from: sql`duplicate_case c`,
    where: [
      sql`c.state = ${state}::"DuplicateState"`,
      sql`EXISTS (SELECT FROM person p JOIN unit u ON u.id = p.unit_id
        WHERE p.id IN (c.first_id, c.second_id) AND ${sqlWithin(actor, 'duplicate.decide')} AND ${inUnit})`,
    ],
    lead: { sql: sql`c.found_at`, type: 'timestamptz' },
    tie: [{ sql: sql`c.id`, type: 'uuid' }],
    ...{ down: ask.sort.down, size: ask.size, cursor: ask.cursor },
  })
  const found = await db.duplicateCase.findMany({
    where: { id: { in: page.rows.map(({ id }) => id) } },
    include: { first: SIDE, second: SIDE },
  })
  const byId = new Map(found.map((pair) => [pair.id, pair]))
  const rows = page.rows.flatMap(({ id }) => {
    const pair = byId.get(id)
    if (!pair) return []
    const sides = [sideFor(actor, pair.first), sideFor(actor, pair.second)].sort(
      (a, b) => Number(a === null) - Number(b === null),
    )
    return [{ id, grounds: pair.grounds, foundAt: pair.foundAt, sides, mayDecide: !sides.includes(null) }]
  })
  return { ...page, rows }
}

/** How many wait that this actor can decide or has a side of. */
export const openDuplicates = (actor: Actor) => db.duplicateCase.count({ where: { state: 'open', ...touching(actor) } })

function touching(actor: Actor): Prisma.DuplicateCaseWhereInput {
  const side = peopleWithin(actor, 'duplicate.decide')
  return { OR: [{ first: side }, { second: side }] }
}

type Side = { id: string; fullName: string; dateOfBirth: string | null; unit: { name: string; path: string } }

const sideFor = (actor: Actor, { id, fullName, dateOfBirth, unit }: Side) =>
  can(actor, 'duplicate.decide', { personId: id, unitPath: unit.path })
    ? { name: fullName, dateOfBirth, unitName: unit.name }
    : null
