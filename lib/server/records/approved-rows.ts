import 'server-only'
import type { AnswersOf } from '@/lib/catalogue'
import { type Change, rowsOf } from '@/lib/domain/changes'
import { removals } from '@/lib/domain/kept-rows'
import type { Tx } from '../db'
import { completed } from './completed'
import type { LoadedRecord } from './load'

/** Rows of the approved record that these changes would take out of a table that keeps them. */
export async function approvedRowsRemoved(
  tx: Tx,
  { approvedRevisionId }: Pick<LoadedRecord, 'approvedRevisionId'>,
  changes: readonly Change[],
) {
  const removed = removals(changes)
  if (removed.length === 0 || approvedRevisionId === null) return []
  const { data } = await tx.revision.findUniqueOrThrow({ where: { id: approvedRevisionId }, select: { data: true } })
  const approved = completed(data)
  return removed.filter(({ section, code, row }) =>
    rowsOf((approved[section] as AnswersOf)[code]).some(({ id }) => id === row),
  )
}
