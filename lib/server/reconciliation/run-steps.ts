import 'server-only'
import type { Tx } from '../db'
import type { ReportPage } from '../national/report'
import { ReportUnavailable } from '../national/service-call'
import { compare } from './compare'
import type { Source } from './open-source'

export type Place = { runId: string; after: string | null; read: number }

type Part = {
  /** Where the next part begins; null when nothing is left. */
  next: Place | null
  read: number
  /** Why it came to nothing, in words. */
  failure: string | null
  write: (tx: Tx) => Promise<void>
}

/** Reads one part of the source; with the last one everything is compared. */
export async function nextPart(source: Source, { runId, after, read }: Place, now: Date): Promise<Part> {
  try {
    const page = await source.page(after)
    const sum = read + page.lines.length
    const next = page.next === null ? null : { runId, after: page.next, read: sum }
    return { next, read: sum, failure: null, write: (tx) => keep(tx, runId, page, now) }
  } catch (error) {
    if (!(error instanceof ReportUnavailable)) throw error
    const failure = error.message
    return { next: null, read, failure, write: (tx) => giveUp(tx, runId, failure, now) }
  }
}

async function keep(tx: Tx, runId: string, { lines, next }: ReportPage, now: Date) {
  await tx.$executeRaw`
    INSERT INTO reconciliation_line (run_id, person_key, sha256, received_at)
    SELECT ${runId}::uuid, * FROM jsonb_to_recordset(${JSON.stringify(lines)}::jsonb)
      AS line ("personKey" text, sha256 text, "receivedAt" timestamptz)
    ON CONFLICT (run_id, person_key) DO UPDATE SET sha256 = excluded.sha256, received_at = excluded.received_at`
  if (next === null) await compare(tx, runId, now)
}

async function giveUp(tx: Tx, runId: string, failure: string, now: Date) {
  await tx.reconciliation.update({ where: { id: runId }, data: { failure, endedAt: now } })
  await tx.reconciliationLine.deleteMany({ where: { runId } })
}
