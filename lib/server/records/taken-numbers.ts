import 'server-only'
import type { Change } from '@/lib/domain/changes'
import { claimed } from '@/lib/domain/unique-numbers'
import { Prisma } from '@/prisma/generated/client'
import type { Tx } from '../db'
import type { LoadedRecord } from './load'

/** How the unique indexes on the working copies are named: one for each number no two people share. */
export const NUMBER_INDEX = 'record_number_'

/** Codes whose newly typed number stands in somebody else's record, or belongs to somebody else's account. */
export async function takenNumbers(tx: Tx, { id, person }: Pick<LoadedRecord, 'id' | 'person'>, changes: Change[]) {
  const taken: string[] = []
  for (const { section, code, value } of claimed(changes)) {
    // Written into the statement, so that the index of this very path is used; both come from the catalogue.
    const path = Prisma.raw(`draft -> '${section}' ->> '${code}'`)
    const [{ found = false } = {}] = await tx.$queryRaw<{ found: boolean }[]>`
      SELECT EXISTS (SELECT FROM record WHERE ${path} = ${value} AND id <> ${id}::uuid)
        OR (${code} = 'citizen_id' AND EXISTS (
          SELECT FROM person WHERE citizen_id = ${value} AND id <> ${person.id}::uuid)) AS found`
    if (found) taken.push(code)
  }
  return taken
}
