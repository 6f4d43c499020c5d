import 'server-only'
import { Refusal } from '@/lib/domain/refusal'
import type { Prisma } from '@/prisma/generated/client'
import { writeAudit } from '../../audit'
import { countsOf, withJudged, writeIssues } from '../../imports/count-judged'
import { judgePeople } from '../../imports/judge-people'
import { loadImport } from '../../imports/load-import'
import { prepareWriting, writePeople } from '../../imports/write-people'
import type { JobKind } from '../job-kind'
import { type ImportCursor, ImportId } from './judge-import'

/**
 * Writes a list that was tried: each person whole or not at all, a portion in one transaction with the progress. What is
 * written is worked out anew from the records as they stand, so that nothing typed meanwhile is lost.
 */
export const writeImport: JobKind<{ importId: string }, ImportCursor> = {
  title: 'Nhập danh sách vào hồ sơ',
  permission: 'record.import',
  input: ImportId,
  async judge(actor, { importId }) {
    await loadImport(actor, importId)
  },
  async prepare(actor, { importId }) {
    const { fileName, unitPath, state, counts } = await loadImport(actor, importId)
    if (state !== 'judged' || counts === null) throw new Refusal('importNotReady', {})
    return { title: `Nhập danh sách ${fileName}`, unitPath, total: counts.people }
  },
  async step({ actor, input, cursor, now }) {
    const list = await loadImport(actor, input.importId)
    if (list.state !== 'judged' || list.counts === null) throw new Refusal('importNotReady', {})
    const before = cursor ?? { after: 0, counts: countsOf(list.counts, list) }
    const judged = await judgePeople(list, actor, before.after)
    const writing = await prepareWriting(judged, now)
    const counts = withJudged(before.counts, judged)
    const after = judged.at(-1)?.number ?? before.after
    const finished = after >= counts.people
    async function write(tx: Parameters<typeof writeIssues>[0]) {
      // What the dry run found gives way to what became of it.
      if (cursor === null)
        await tx.importIssue.deleteMany({
          where: { importId: list.id, OR: [{ detail: null }, { detail: { not: 'noKey' } }] },
        })
      await writePeople(tx, actor, list, writing, now)
      await writeIssues(tx, list.id, judged)
      if (!finished) return
      const data = { state: 'done', counts: counts as unknown as Prisma.InputJsonValue }
      await tx.listImport.update({ where: { id: list.id }, data, select: { id: true } })
      const subject = { type: 'import', id: list.id, name: list.fileName } as const
      const detail = { created: counts.create, changed: counts.change, cells: counts.cells, stored: counts.stored }
      await writeAudit(tx, actor, { action: 'import.written', subject, unitPath: list.unitPath, detail }, now)
    }
    const progress = {
      done: after,
      total: counts.people,
      message: `Đã nhập ${after.toLocaleString('vi')} người.`,
      write,
    }
    return finished ? { ...progress, finished } : { ...progress, cursor: { after, counts } }
  },
}
