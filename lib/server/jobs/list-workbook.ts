import 'server-only'
import { z } from 'zod'
import { columnWidths, joinedWorkbook, sheetRows } from '@/lib/documents/xlsx/workbook'
import { dayOf } from '@/lib/domain/calendar'
import { jobTerms } from '@/lib/domain/job'
import type { Cursor } from '@/lib/domain/lists/list-cursor'
import { type Actor, mayAnywhere, within } from '@/lib/domain/policy'
import { Refusal } from '@/lib/domain/refusal'
import { writeAudit } from '../audit'
import { type ExportName, LIST_EXPORTS } from '../lists/exports'
import { aboutList, exportEntry, type ListExport, type ListPiece } from '../lists/list-export'
import { readStored } from '../storage/file-store'
import type { JobKind, JobStep, StepResult } from './job-kind'

/** What the address of the list says after `?`. */
const ListInput = z.object({ query: z.string().max(2_000) })
type ListInput = z.output<typeof ListInput>

/** Where the writing stands: the columns as they were at the beginning, and the pieces of the sheet so far. */
type ListCursor = {
  columns: ListPiece['columns']
  widths: number[]
  pieces: string[]
  rows: number
  total: number
  /** Beside which row the next piece begins; null when all are written. */
  next: Cursor | null
}

const ROWS_A_STEP = 5_000

/** A list longer than anybody waits for, as a workbook: written page by page, each for the eyes its owner has by then. */
export function listWorkbookJob(name: ExportName): JobKind<ListInput, ListCursor> {
  // Read when needed: the lists and the jobs know each other.
  const list = () => LIST_EXPORTS[name]
  return {
    title: 'Xuất Excel một danh sách dài',
    get permission() {
      return list().permission
    },
    input: ListInput,
    async judge(actor) {
      if (!mayAnywhere(actor, list().permission)) throw new Refusal('notFound', {})
    },
    async prepare(actor, { query }, now) {
      const { total } = await list().piece(actor, wordsOf(query), { size: 1, cursor: null }, now)
      const most = jobTerms(dayOf(now)).rows
      if (total > most) throw new Refusal('listTooLong', { rows: total, most })
      return { title: `Danh sách ${list().title}, ${dated(list(), query)}`, unitPath: topOf(actor, list()), total }
    },
    step: (step) =>
      step.cursor === null || step.cursor.next ? writeMore(list(), step) : close(list(), step, step.cursor),
  }
}

type Step = JobStep<ListInput, ListCursor>

async function writeMore(
  list: ListExport,
  { actor, input, cursor, now, interim }: Step,
): Promise<StepResult<ListCursor>> {
  const from = { size: ROWS_A_STEP, cursor: cursor?.next ?? null }
  const piece = await list.piece(actor, wordsOf(input.query), from, now)
  const columns = cursor?.columns ?? piece.columns
  const same = columns.map(({ key }) => piece.columns.findIndex((column) => column.key === key))
  // A column whose reading was taken away meanwhile stays empty from here on.
  const values = piece.rows.map((row) => same.map((at) => row[at] ?? null))
  const { sha256 } = await interim.put(sheetRows(columns, values, cursor?.rows ?? 0))
  const rows = (cursor?.rows ?? 0) + values.length
  const most = jobTerms(dayOf(now)).rows
  if (rows > most) throw new Refusal('listTooLong', { rows, most })
  const total = Math.max(piece.total, rows)
  return {
    cursor: {
      ...{ columns, rows, total, next: piece.next },
      widths: cursor?.widths ?? columnWidths(columns, values),
      pieces: [...(cursor?.pieces ?? []), sha256],
    },
    ...{ done: rows, total },
    message: `Đã ghi ${rows.toLocaleString('vi')} dòng.`,
  }
}

async function close(list: ListExport, { actor, input, now, interim, files }: Step, cursor: ListCursor) {
  const { columns, widths, rows } = cursor
  const address = list.address(wordsOf(input.query))
  const body = await Promise.all(cursor.pieces.map((piece) => readStored(interim, piece)))
  const about = aboutList(list, actor, address, rows, now)
  const stored = await files.put(joinedWorkbook({ columns, widths, body, count: rows, about }))
  const result: StepResult<ListCursor> = {
    finished: true,
    file: { ...stored, name: list.fileName(now), type: XLSX },
    ...{ done: rows, total: rows, message: `${rows.toLocaleString('vi')} dòng.` },
    write: (tx) => writeAudit(tx, actor, exportEntry(list, address, columns, rows), now),
  }
  return result
}

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

const wordsOf = (query: string) => Object.fromEntries(new URLSearchParams(query))

const dated = (list: ListExport, query: string) =>
  list.address(wordsOf(query)).includes('?') ? 'đã lọc như khi yêu cầu' : 'đủ mọi dòng'

/** Where in the tree it belongs: the highest unit the list reaches. */
function topOf(actor: Actor, list: ListExport): string {
  const reach = within(actor, list.permission)
  return typeof reach === 'string' ? '/' : (reach.unitPaths.toSorted((a, b) => a.length - b.length)[0] ?? '/')
}
