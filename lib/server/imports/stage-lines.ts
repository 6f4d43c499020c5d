import 'server-only'
import { readSheets } from '@/lib/documents/read-sheet'
import type { SheetRow } from '@/lib/documents/xlsx/scan-rows'
import { CITIZEN_ID } from '@/lib/domain/excel/columns'
import { personKey } from '@/lib/domain/excel/import-plan'
import type { ImportSheet } from '@/lib/domain/excel/import-sheets'
import { isFilled, textOf } from '@/lib/domain/excel/sheet-cell'
import { Refusal } from '@/lib/domain/refusal'
import { db } from '../db'
import { MOST_UNPACKED, sheetRefusal } from './upload-list'

/** What was counted while the lines were read. */
export type Staged = {
  people: number
  /** Filled cells of each column, by sheet. */
  columns: number[][]
  /** Filled cells of lines with nobody's number, in columns that are taken. */
  keyless: number
  hiddenLines: number
  merged: number
  formulas: number
}

const A_TIME = 1_000
const NO_NUMBER = 'Không đọc được số căn cước trên dòng này nên không biết của ai.'

/** Brings the lines of the file beside the records, anew each time. */
export async function stageLines(importId: string, bytes: Uint8Array, sheets: readonly ImportSheet[]): Promise<Staged> {
  await db.$transaction([
    db.importLine.deleteMany({ where: { importId } }),
    db.importPerson.deleteMany({ where: { importId } }),
    db.importIssue.deleteMany({ where: { importId } }),
  ])
  const staged: Staged = {
    people: 0,
    columns: sheets.map(() => []),
    keyless: 0,
    hiddenLines: 0,
    merged: 0,
    formulas: 0,
  }
  try {
    for (const [at, readable] of (await readSheets(bytes, MOST_UNPACKED)).entries()) {
      const sheet = sheets[at]
      if (!sheet || HELPS.includes(sheet.name)) continue
      for await (const portion of readable.rows()) {
        for (let from = 0; from < portion.length; from += A_TIME) {
          await write(importId, at, sheet, portion.slice(from, from + A_TIME), staged)
        }
      }
      if (sheet.as !== 'base') staged.merged += readable.merges().length
    }
  } catch (error) {
    throw sheetRefusal(error)
  }
  staged.columns = staged.columns.map((counts) => Array.from(counts, (count) => count ?? 0))
  staged.people = await db.$executeRaw`
    INSERT INTO import_person (import_id, number, key)
    SELECT ${importId}::uuid, row_number() OVER (ORDER BY min(sheet * 10000000::bigint + line)), key FROM import_line
    WHERE import_id = ${importId}::uuid AND key IS NOT NULL AND sheet <> ALL (${baseOf(sheets)}::int[]) GROUP BY key`
  if (staged.people === 0 && staged.keyless === 0) throw new Refusal('sheetEmpty', {})
  return staged
}

const HELPS = ['Hướng dẫn', 'Danh mục']
const baseOf = (sheets: readonly ImportSheet[]) => sheets.flatMap(({ as }, at) => (as === 'base' ? [at] : []))

async function write(importId: string, at: number, sheet: ImportSheet, rows: readonly SheetRow[], staged: Staged) {
  const column = sheet.as === 'base' ? 1 : sheet.keys.indexOf(CITIZEN_ID)
  const lines = rows.filter(({ line, cells }) => line > sheet.head && cells.some(isFilled))
  const keyed: { line: number; key: string; cells: string }[] = []
  const keyless: { line: number; count: number }[] = []
  for (const { line, cells, hidden } of lines) {
    if (sheet.as !== 'base') count(cells, at, staged)
    if (sheet.as === 'skip') continue
    if (hidden) staged.hiddenLines += 1
    const key = column < 0 ? null : personKey(textOf(cells[column]).trim())
    const taken = cells.filter((cell, place) => isFilled(cell) && (sheet.keys[place] ?? null) !== null).length
    if (key !== null) keyed.push({ line, key, cells: JSON.stringify(cells) })
    else if (taken > 0 && sheet.as !== 'base') keyless.push({ line, count: taken })
  }
  staged.keyless += keyless.reduce((sum, one) => sum + one.count, 0)
  if (keyed.length > 0) {
    await db.$executeRaw`
      INSERT INTO import_line (import_id, sheet, line, key, cells)
      SELECT ${importId}::uuid, ${at}, * FROM unnest(${keyed.map(({ line }) => line)}::int[],
        ${keyed.map(({ key }) => key)}::text[], ${keyed.map(({ cells }) => cells)}::text[])`
  }
  if (keyless.length > 0) {
    const common = { importId, sheet: at, kind: 'refused', detail: 'noKey', text: '', sentence: NO_NUMBER }
    await db.importIssue.createMany({ data: keyless.map(({ line, count: cells }) => ({ ...common, line, cells })) })
  }
}

function count(cells: SheetRow['cells'], at: number, staged: Staged) {
  const columns = staged.columns[at] ?? []
  for (const [place, cell] of cells.entries()) {
    if (!isFilled(cell)) continue
    columns[place] = (columns[place] ?? 0) + 1
    if (typeof cell !== 'string' && cell.as === 'text') staged.formulas += 1
  }
}
