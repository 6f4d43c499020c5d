import 'server-only'
import { type ClaimedNumber, GROUND_OF_NUMBER, type HeldNumber, UNIQUE_NUMBERS } from '@/lib/domain/unique-numbers'
import { Prisma } from '@/prisma/generated/client'
import type { Tx } from '../db'
import type { LoadedRecord } from './load'

type Owner = { id: string; person: { id: string } }

/**
 * Which of these numbers are somebody else's too, and how far. The records that were closed as doubles hold none: theirs
 * belong to the one that was kept.
 */
export async function heldNumbers(
  tx: Tx,
  record: Pick<LoadedRecord, 'id' | 'person'> | Owner,
  numbers: readonly ClaimedNumber[],
): Promise<HeldNumber[]> {
  if (numbers.length === 0) return []
  const questions = numbers.map(({ section, code, value }) => {
    // Written into the statement, so that the index of this very path is used; both come from the catalogue.
    const path = Prisma.raw(`record.draft -> '${section}' ->> '${code}'`)
    const column = Prisma.raw(`cv.${code}`)
    return Prisma.sql`SELECT ${code} AS code, EXISTS (
        SELECT FROM cv JOIN record ON record.id = cv.record_id JOIN person ON person.id = record.person_id
        WHERE ${column} = ${value} AND record.id <> ${record.id}::uuid AND person.same_as_id IS NULL
      ) OR (${code} = 'citizen_id' AND EXISTS (
        SELECT FROM person WHERE citizen_id = ${value} AND id <> ${record.person.id}::uuid AND same_as_id IS NULL
      )) AS settled, EXISTS (
        SELECT FROM record JOIN person ON person.id = record.person_id
        WHERE ${path} = ${value} AND record.id <> ${record.id}::uuid AND person.same_as_id IS NULL
      ) AS typed`
  })
  const found = await tx.$queryRaw<{ code: string; settled: boolean; typed: boolean }[]>(
    Prisma.join(questions, ' UNION ALL '),
  )
  return numbers.flatMap(({ value: _, ...number }) => {
    const { settled = false, typed = false } = found.find(({ code }) => code === number.code) ?? {}
    return settled || typed ? [{ ...number, by: settled ? ('settled' as const) : ('typed' as const) }] : []
  })
}

/**
 * Keeps that this record was refused a number, until another is typed there: officers find the pair among the suspected
 * doubles, so that the true owner of a number that somebody else mistyped is heard.
 */
export async function noteRefusedNumbers(
  tx: Tx,
  recordId: string,
  {
    answered,
    claimed,
    held,
    now,
  }: { answered: readonly string[]; claimed: readonly ClaimedNumber[]; held: readonly HeldNumber[]; now: Date },
) {
  const known = answered.filter((code) => code in GROUND_OF_NUMBER)
  if (known.length === 0) return
  const refused = claimed.filter(({ code }) => held.some((one) => one.code === code && one.by === 'settled'))
  const { count } = await tx.refusedNumber.deleteMany({ where: { recordId, code: { in: known } } })
  await tx.refusedNumber.createMany({
    data: refused.map(({ code, value }) => ({
      recordId,
      code,
      value,
      ground: GROUND_OF_NUMBER[code] ?? code,
      at: now,
    })),
  })
  // Nothing of the record may have changed: the worker looks for doubles anew all the same.
  if (count + refused.length > 0)
    await tx.recordQuality.updateMany({ where: { recordId }, data: { changes: { increment: 1 } } })
}

/**
 * Of `record`: one of its numbers is settled as somebody else's, or stands in another record that was checked too; which
 * of two is mistyped is decided before either is signed. Of a closed double nothing counts.
 */
export const NUMBER_HELD = Prisma.join(
  UNIQUE_NUMBERS.map(({ section, code }) => {
    const number = Prisma.raw(`-> '${section}' ->> '${code}'`)
    return Prisma.sql`EXISTS (
      SELECT FROM cv AS other JOIN record AS theirs ON theirs.id = other.record_id
      JOIN person AS holder ON holder.id = theirs.person_id
      WHERE other.${Prisma.raw(code)} = record.draft ${number} AND theirs.id <> record.id AND holder.same_as_id IS NULL
    ) OR EXISTS (
      SELECT FROM record AS theirs JOIN person AS holder ON holder.id = theirs.person_id
      JOIN submission AS sent ON sent.record_id = theirs.id AND sent.state IN ('checked', 'frozen')
      WHERE theirs.draft ${number} = record.draft ${number} AND theirs.id <> record.id AND holder.same_as_id IS NULL)`
  }),
  ' OR ',
)
