import 'server-only'
import type { Prisma } from '@/prisma/generated/client'
import type { Tx } from '../db'
import type { Judged } from './judge-people'
import type { ImportCounts, LoadedImport } from './load-import'
import type { Staged } from './stage-lines'

/** What stands before the first person: columns nobody takes, lines with nobody's number. */
export function countsOf(staged: Staged, { sheets }: LoadedImport): ImportCounts {
  const columns = staged.columns.flatMap((counts, sheet) =>
    counts.map((count, column) => ({ count: count ?? 0, taken: (sheets[sheet]?.keys[column] ?? null) !== null })),
  )
  const sum = (some: typeof columns) => some.reduce((all, { count }) => all + count, 0)
  return {
    ...staged,
    ...{
      cells: sum(columns),
      unmapped: sum(columns.filter(({ taken }) => !taken)),
      stored: 0,
      refused: staged.keyless,
    },
    ...{ repair: 0, unmatched: 0, conflict: 0, newer: 0, notImported: 0 },
    ...{ create: 0, change: 0, same: 0, refusedPeople: 0, repairs: {} },
  }
}

/** The counts with these people in them. */
export function withJudged(counts: ImportCounts, judged: readonly Judged[]): ImportCounts {
  const next = { ...counts, repairs: { ...counts.repairs } }
  for (const { plan } of judged) {
    next.stored += plan.stored
    next[plan.outcome === 'refused' ? 'refusedPeople' : plan.outcome] += 1
    for (const { kind, cells, detail } of plan.issues) {
      next[kind] += cells
      if (kind === 'repair' && detail) next.repairs[detail] = (next.repairs[detail] ?? 0) + cells
    }
  }
  return next
}

/** Keeps what was found, cell by cell, and what becomes of each person. */
export async function writeIssues(tx: Tx, importId: string, judged: readonly Judged[]) {
  const issues = judged.flatMap(({ plan }): Prisma.ImportIssueCreateManyInput[] =>
    plan.issues.map((issue) => ({ importId, ...issue })),
  )
  if (issues.length > 0) {
    await tx.$executeRaw`
      INSERT INTO import_issue (import_id, sheet, line, "column", kind, detail, text, proposal, sentence, cells)
      SELECT ${importId}::uuid, one.* FROM jsonb_to_recordset(${JSON.stringify(issues)}::jsonb) AS one (
        sheet int, line int, "column" int, kind text, detail text, text text, proposal text, sentence text, cells int)`
  }
  const outcomes = judged.map(({ number, plan }) => ({ number, outcome: plan.outcome }))
  await tx.$executeRaw`
    UPDATE import_person SET outcome = one.outcome
    FROM jsonb_to_recordset(${JSON.stringify(outcomes)}::jsonb) AS one (number int, outcome text)
    WHERE import_id = ${importId}::uuid AND import_person.number = one.number`
}
