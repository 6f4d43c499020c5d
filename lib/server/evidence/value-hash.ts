import 'server-only'
import { createHash } from 'node:crypto'
import { canonical } from '@/lib/domain/canonical'
import { placeKey, type ValuePlace } from '@/lib/domain/evidence/place'

/**
 * One name for one value in one place of one record: what is said of it holds for this value only. Cells of a row that are
 * not filled do not count, so that a column added to the form changes no value.
 */
export function valueHash(recordId: string, place: ValuePlace, value: unknown): string {
  const said = place.row === '' ? value : filledCells(value)
  return createHash('sha256')
    .update(`${recordId}\n${placeKey(place)}\n${canonical(said ?? null)}`)
    .digest('hex')
}

const filledCells = (row: unknown) =>
  Object.fromEntries(Object.entries((row ?? {}) as Record<string, unknown>).filter(([, cell]) => cell !== null))
