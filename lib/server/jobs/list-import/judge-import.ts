import 'server-only'
import { z } from 'zod'
import { CITIZEN_ID } from '@/lib/domain/excel/columns'
import type { ImportSheet } from '@/lib/domain/excel/import-sheets'
import { Refusal } from '@/lib/domain/refusal'
import type { Prisma } from '@/prisma/generated/client'
import { countsOf, withJudged, writeIssues } from '../../imports/count-judged'
import { judgePeople } from '../../imports/judge-people'
import { type ImportCounts, loadImport } from '../../imports/load-import'
import { stageLines } from '../../imports/stage-lines'
import { fileStore, readStored } from '../../storage/file-store'
import type { JobKind } from '../job-kind'

export const ImportId = z.object({ importId: z.uuid() })
type Input = z.output<typeof ImportId>
export type ImportCursor = { after: number; counts: ImportCounts }

/** The dry run: what every cell of a list would become, with nothing written into any record. */
export const judgeImport: JobKind<Input, ImportCursor> = {
  title: 'Đọc thử danh sách',
  permission: 'record.import',
  input: ImportId,
  async judge(actor, { importId }) {
    await loadImport(actor, importId)
  },
  async prepare(actor, { importId }) {
    const { fileName, unitPath, sheets, state } = await loadImport(actor, importId)
    if (state === 'done' || state === 'expired') throw new Refusal('importNotReady', {})
    requireKeys(sheets)
    return { title: `Đọc thử danh sách ${fileName}`, unitPath, total: 0 }
  },
  async step({ actor, input, cursor }) {
    const list = await loadImport(actor, input.importId)
    if (list.state === 'done') throw new Refusal('importNotReady', {})
    if (cursor === null) {
      const bytes = await readStored(fileStore('imports'), list.sha256)
      const counts = countsOf(await stageLines(list.id, bytes, list.sheets), list)
      return { cursor: { after: 0, counts }, done: 0, total: counts.people, message: 'Đã đọc tệp.' }
    }
    const judged = await judgePeople(list, actor, cursor.after)
    const counts = withJudged(cursor.counts, judged)
    const after = judged.at(-1)?.number ?? cursor.after
    const progress = { done: after, total: counts.people, message: `Đã đọc thử ${after.toLocaleString('vi')} người.` }
    if (after < counts.people) {
      return { ...progress, cursor: { after, counts }, write: (tx) => writeIssues(tx, list.id, judged) }
    }
    return {
      ...{ ...progress, finished: true },
      async write(tx) {
        await writeIssues(tx, list.id, judged)
        const data = { state: 'judged', counts: counts as unknown as Prisma.InputJsonValue }
        await tx.listImport.update({ where: { id: list.id }, data, select: { id: true } })
      },
    }
  },
}

/** Every sheet that is taken says whose its lines are. */
export function requireKeys(sheets: readonly ImportSheet[]) {
  const without = sheets.filter(({ as, keys }) => (as === 'main' || as === 'table') && !keys.includes(CITIZEN_ID))
  if (without.length > 0) throw new Refusal('importKeyMissing', { sheets: without.map(({ name }) => name || 'CSV') })
}
