import 'server-only'
import type { RecordData, SectionId } from '@/lib/catalogue'
import { answerAt, type WaitingWord } from '@/lib/domain/excel/waiting-words'
import { db, type Tx } from '../db'

/** What of imported lists still waits for its code in this record. */
export const waitingWordsOf = (recordId: string): Promise<WaitingWord[]> =>
  db.unmatchedAnswer.findMany({
    where: { recordId, closedAt: null },
    orderBy: { at: 'asc' },
    select: { section: true, code: true, rowId: true, column: true, text: true, fileName: true },
  })

type Answered = { recordId: string; section: SectionId; draft: RecordData; by: string; now: Date }

/** A value given where a word waited answers it; with the row, the word goes too. */
export async function closeAnswered(tx: Tx, { recordId, section, draft, by, now }: Answered): Promise<void> {
  const open = await tx.unmatchedAnswer.findMany({ where: { recordId, section, closedAt: null } })
  for (const word of open) {
    const answer = answerAt(draft, section, word)
    if (answer === null) continue
    const mappedTo = typeof answer === 'string' ? answer : Array.isArray(answer) ? String(answer[0]) : null
    const data = { closedAt: now, closedBy: by, mappedTo }
    await tx.unmatchedAnswer.updateMany({ where: { id: word.id, closedAt: null }, data })
  }
}
