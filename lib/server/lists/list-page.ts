import 'server-only'
import { type Cursor, fits, type KeyType } from '@/lib/domain/lists/list-cursor'
import { Prisma } from '@/prisma/generated/client'
import { db } from '../db'

const { sql, join, raw } = Prisma

/** Something rows are ordered by. Never null: an empty value is written as one. */
export type Key = { sql: Prisma.Sql; type: KeyType }

export type ListSource = {
  select: Prisma.Sql
  from: Prisma.Sql
  where: readonly Prisma.Sql[]
  /** The column asked for; null when the list stands in the order of its tie. */
  lead: Key | null
  /** Decides among equals, to the last row; always upwards below a lead. */
  tie: readonly Key[]
  down: boolean
  size: number
  cursor: Cursor | null
  /** What counting needs of `from`, where that is less. */
  countFrom?: Prisma.Sql
  /** Beyond this many nobody needs the exact figure. */
  countUpTo?: number
}

export type ListPage<Row> = {
  rows: Row[]
  /** How many there are in all; `atLeast` when counting stopped there. */
  total: number
  atLeast: boolean
  /** Number of the first row shown, from 1; 0 when there is none. */
  first: number
  previous: Cursor | null
  next: Cursor | null
}

/** One page of a list, found by key in either direction, and how many rows there are. */
export async function listPage<Row>(source: ListSource): Promise<ListPage<Row>> {
  const types = keysOf(source).map(({ type }) => type)
  const cursor = source.cursor && fits(source.cursor, types) ? source.cursor : null
  const back = cursor?.towards === 'before'
  const [counted, found] = await Promise.all([
    countOf(source),
    db.$queryRaw<(Row & { keys: string[] })[]>(rowsQuery({ ...source, cursor })),
  ])
  const shown = found.slice(0, source.size)
  if (back) shown.reverse()
  const more = found.length > source.size
  const first = firstOf(cursor, shown.length, back && !more)
  const edge = (towards: Cursor['towards']): Cursor | null => {
    const line = towards === 'after' ? shown.at(-1) : shown[0]
    return line ? { towards, at: towards === 'after' ? first + shown.length - 1 : first, keys: line.keys } : null
  }
  return {
    rows: shown.map(({ keys: _, ...row }) => row as Row),
    ...counted,
    first,
    previous: (back ? more : cursor !== null) ? edge('before') : null,
    next: (back ? cursor !== null : more) ? edge('after') : null,
  }
}

/** The rows beside one of them, in the order of the list, and its place from 1; null where the condition finds none. */
export async function listAround<Row>(source: ListSource, self: Prisma.Sql, each: number) {
  const keys = join(keysOf(source).map((key) => sql`(${key.sql})::text`))
  const [here] = await db.$queryRaw<(Row & { keys: string[]; listed: boolean })[]>`
    SELECT ${source.select}, ARRAY[${keys}] AS keys, ${all(source.where)} AS listed FROM ${source.from} WHERE ${self}`
  if (!here) return null
  const from = (towards: Cursor['towards']) => ({ towards, at: 1, keys: here.keys })
  const beside = (towards: Cursor['towards']) =>
    db.$queryRaw<Row[]>(rowsQuery({ ...source, size: each - 1, cursor: from(towards) }))
  const [before, after, [ahead], { total }] = await Promise.all([
    beside('before'),
    beside('after'),
    db.$queryRaw<{ count: number }[]>`SELECT count(*)::int AS count FROM ${source.from}
      WHERE ${all([...source.where, beyond(source, from('before'), true)])}`,
    countOf(source),
  ])
  return { before: before.reverse(), here, after, place: (ahead?.count ?? 0) + 1, total }
}

function firstOf(cursor: Cursor | null, shown: number, reachedTop: boolean): number {
  if (shown === 0) return 0
  if (cursor === null || reachedTop) return 1
  return Math.max(cursor.towards === 'after' ? cursor.at + 1 : cursor.at - shown, 1)
}

async function countOf({ from, countFrom = from, where, countUpTo = 100_000 }: ListSource) {
  const [row] = await db.$queryRaw<{ total: number }[]>`
    SELECT count(*)::int AS total FROM (SELECT FROM ${countFrom} WHERE ${all(where)} LIMIT ${countUpTo + 1}) counted`
  const total = row?.total ?? 0
  return { total: Math.min(total, countUpTo), atLeast: total > countUpTo }
}

/** The statement behind a page; apart, so that its plan can be looked at. */
export function rowsQuery(source: ListSource): Prisma.Sql {
  const { select, from, where, cursor, size } = source
  const keys = keysOf(source)
  const back = cursor?.towards === 'before'
  return sql`
    SELECT ${select}, ARRAY[${join(keys.map((key) => sql`(${key.sql})::text`))}] AS keys
    FROM ${from} WHERE ${all(cursor ? [...where, beyond(source, cursor, back)] : where)}
    ORDER BY ${join(keys.map((key, at) => sql`${key.sql} ${raw(isDown(source, at) !== back ? 'DESC' : 'ASC')}`))}
    LIMIT ${size + 1}`
}

const keysOf = ({ lead, tie }: ListSource): Key[] => [...(lead ? [lead] : []), ...tie]

/** Does the key at this place run downwards, seen forwards? */
const isDown = ({ lead, down }: ListSource, at: number) => down && (lead === null || at === 0)

/** The rows on the far side of the cursor. The leading key is bounded by itself, so that an index of it can be entered there. */
function beyond(source: ListSource, { keys }: Cursor, back: boolean): Prisma.Sql {
  const { lead, tie } = source
  const side = (at: number) => raw(isDown(source, at) !== back ? '<' : '>')
  const value = (key: Key, at: number) => sql`${keys[at]}::${raw(key.type)}`
  const from = lead ? 1 : 0
  const rest = sql`(${join(tie.map((key) => key.sql))}) ${side(from)} (${join(tie.map((key, at) => value(key, at + from)))})`
  if (!lead) return rest
  const bound = value(lead, 0)
  return sql`${lead.sql} ${side(0)}= ${bound} AND (${lead.sql} ${side(0)} ${bound} OR ${rest})`
}

const all = (where: readonly Prisma.Sql[]) => (where.length === 0 ? sql`TRUE` : join([...where], ' AND '))
