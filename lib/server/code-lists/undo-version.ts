import 'server-only'
import { z } from 'zod'
import { entryOfRow } from '@/lib/domain/code-lists/changed-lists'
import { undoneEntries } from '@/lib/domain/code-lists/undo-version'
import { Refusal } from '@/lib/domain/refusal'
import type { Call } from '../call'
import { db } from '../db'
import { Basis } from './change-entry'
import { readCodeLists } from './code-lists'
import { countUsage } from './count-usage'
import { entriesAfter, lockCodeLists, requireOpenList, writeVersion } from './write-version'

export const UndoVersion = z.object({ versionId: z.int(), basis: Basis })

/** Takes a version back by another one. What it added is closed where records use it. Refused once a later version builds on it. */
export async function undoVersion({ transact, actor, input, now }: Call<z.output<typeof UndoVersion>>) {
  const version = await db.codeListVersion.findUnique({ where: { id: input.versionId }, include: { entries: true } })
  if (!version) throw new Refusal('notFound', {})
  const { id, list, number } = version
  requireOpenList(actor, list)
  // Counted before the lock: it takes its time, and what is used meanwhile is closed by hand.
  const used = new Set((await countUsage(list, now)).keys())
  await transact(async (tx) => {
    await lockCodeLists(tx)
    const codes = version.entries.map(({ code }) => code)
    const later = await tx.codeListVersion.findFirst({
      where: { list, id: { gt: id }, entries: { some: { code: { in: codes } } } },
      orderBy: { id: 'desc' },
    })
    if (later) throw new Refusal('codeListChangedSince', { number: later.number })
    const before = new Map((await entriesAfter(tx, list, id - 1)).map((entry) => [entry.code, entry]))
    const entries = undoneEntries({
      entries: version.entries.map((row) => entryOfRow(row, version.basis)),
      ...{ before, used, today: actor.today },
    })
    const summary = `lấy lại bản ${number}: ${version.summary}`
    const taken = { list, kind: 'undo', basis: input.basis, summary, entries, undoes: { id, number } } as const
    await writeVersion(tx, actor, taken, now)
  })
  await readCodeLists()
  return {}
}
