import 'server-only'
import type { ImportOptions } from '@/lib/domain/excel/import-plan'
import type { ImportSheet } from '@/lib/domain/excel/import-sheets'
import { type Actor, can } from '@/lib/domain/policy'
import { Refusal } from '@/lib/domain/refusal'
import { db } from '../db'
import { learntWords } from './learnt'
import type { Staged } from './stage-lines'

/** What became of the cells: `cells` is the sum of the others, and of the columns nobody takes. */
export type ImportCounts = Staged & {
  cells: number
  unmapped: number
  stored: number
  refused: number
  repair: number
  unmatched: number
  conflict: number
  newer: number
  notImported: number
  create: number
  change: number
  same: number
  refusedPeople: number
  /** By repair, how many cells it would mend. */
  repairs: Record<string, number>
}

export type LoadedImport = {
  id: string
  unitId: string
  unitPath: string
  fileName: string
  sha256: string
  state: string
  sheets: ImportSheet[]
  options: ImportOptions
  counts: ImportCounts | null
  jobId: string | null
  byName: string
  createdAt: Date
  words: ReadonlyMap<string, string>
}

/** One's own import, while one may still bring lists into its unit. Throws `notFound` otherwise. */
export async function loadImport(actor: Actor, id: string): Promise<LoadedImport> {
  const row = await db.listImport.findUnique({ where: { id } })
  if (
    !row ||
    row.byUserId !== actor.userId ||
    !can(actor, 'record.import', { personId: null, unitPath: row.unitPath })
  ) {
    throw new Refusal('notFound', {})
  }
  return {
    ...row,
    sheets: row.sheets as unknown as ImportSheet[],
    options: row.options as unknown as ImportOptions,
    counts: 'cells' in (row.counts as object) ? (row.counts as unknown as ImportCounts) : null,
    words: await learntWords(),
  }
}
