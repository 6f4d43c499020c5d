import 'server-only'
import { readSheets } from '@/lib/documents/read-sheet'
import { type BookSheet, book, type Note } from '@/lib/documents/xlsx/book'
import { columnName } from '@/lib/documents/xlsx/cells'
import { type Mark, markedRows } from '@/lib/documents/xlsx/marked-rows'
import { joinPieces, type Packed, packPiece } from '@/lib/documents/zip'
import { dayOf } from '@/lib/domain/calendar'
import { BASE_SHEET, LISTS_SHEET } from '@/lib/domain/excel/columns'
import type { IssueKind } from '@/lib/domain/excel/import-plan'
import { ISSUE_WORDS, REPAIR_WORDS } from '@/lib/domain/excel/import-words'
import { Refusal } from '@/lib/domain/refusal'
import { db } from '../../db'
import { loadImport } from '../../imports/load-import'
import { MOST_UNPACKED } from '../../imports/upload-list'
import { fileStore, readStored } from '../../storage/file-store'
import type { JobKind } from '../job-kind'
import { ImportId } from './judge-import'

/** More notes than these no spreadsheet opens with ease; beyond them a cell is only coloured. */
const MOST_NOTES = 5_000
const MARKS: Record<IssueKind, Mark> = {
  refused: 'refused',
  notImported: 'refused',
  unmatched: 'unmatched',
  conflict: 'unmatched',
  newer: 'unmatched',
  repair: 'repair',
}

/** The same workbook, every cell that is not simply stored coloured, with a note that says why. */
export const reportImport: JobKind<{ importId: string }, null> = {
  title: 'Tệp có tô màu các ô phải xem',
  permission: 'record.import',
  secret: true,
  input: ImportId,
  async judge(actor, { importId }) {
    await loadImport(actor, importId)
  },
  async prepare(actor, { importId }) {
    const { fileName, unitPath, counts } = await loadImport(actor, importId)
    if (counts === null) throw new Refusal('importNotReady', {})
    return { title: `Tô màu danh sách ${fileName}`, unitPath, total: counts.people }
  },
  async step({ actor, input, now, files }) {
    const list = await loadImport(actor, input.importId)
    const readable = await readSheets(await readStored(fileStore('imports'), list.sha256), MOST_UNPACKED)
    const sheets: BookSheet[] = []
    let left = MOST_NOTES
    for (const [at, sheet] of readable.entries()) {
      if (sheet.name === BASE_SHEET || sheet.name === LISTS_SHEET) continue
      const { marks, notes } = await marksOf(list.id, at, left)
      left -= notes.length
      const pieces: Packed[] = []
      let [wide, count] = [1, 0]
      for await (const rows of sheet.rows()) {
        pieces.push(
          packPiece(markedRows(rows, (line, column) => marks.get(`${line}/${column}`) ?? marks.get(`${line}`) ?? null)),
        )
        wide = rows.reduce((most, { cells }) => Math.max(most, cells.length), wide)
        count += rows.length
      }
      const columns = Array.from({ length: wide }, () => ({ label: '', width: 18 }))
      sheets.push({
        name: sheet.name || 'CSV',
        bare: true,
        columns,
        rows: [],
        count,
        notes,
        packed: joinPieces(pieces),
      })
    }
    const stored = await files.put(book(sheets))
    const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
    return {
      finished: true,
      file: { ...stored, name: `doc-thu-${dayOf(now)}.xlsx`, type },
      ...{
        done: list.counts?.people ?? 0,
        total: list.counts?.people ?? 0,
        message: 'Ô đỏ không nhận, vàng phải xem, xanh sửa được.',
      },
    }
  },
}

/** Colours by cell, or by line where the whole of it is meant; and notes, as many as are left. */
async function marksOf(importId: string, sheet: number, most: number) {
  const rows = await db.importIssue.findMany({
    where: { importId, sheet },
    orderBy: { id: 'asc' },
    select: { line: true, column: true, kind: true, detail: true, proposal: true, sentence: true },
  })
  const marks = new Map<string, Mark>()
  const notes = new Map<string, Note>()
  for (const { line, column, kind, detail, proposal, sentence } of rows) {
    const known = kind as IssueKind
    marks.set(column === null ? `${line}` : `${line}/${column}`, MARKS[known])
    const place = `${columnName(column ?? 0)}${line}`
    const why =
      known === 'repair' && detail !== null && detail in REPAIR_WORDS
        ? REPAIR_WORDS[detail as keyof typeof REPAIR_WORDS]
        : sentence
    const said = [
      ISSUE_WORDS[known].title,
      why,
      proposal !== null && `${known === 'repair' ? 'Sửa thành' : 'Trong hồ sơ'}: ${proposal}`,
    ]
    // A cell has one note.
    if (notes.size < most && !notes.has(place)) notes.set(place, { place, text: said.filter(Boolean).join('. ') })
  }
  return { marks, notes: [...notes.values()] }
}
