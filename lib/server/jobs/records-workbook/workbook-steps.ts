import 'server-only'
import { BASE_HEADS, recordsBook } from '@/lib/documents/xlsx/records-book'
import { sheetRows } from '@/lib/documents/xlsx/workbook'
import { joinPieces, type Packed, packPiece } from '@/lib/documents/zip'
import { dayOf, sayInstant } from '@/lib/domain/calendar'
import type { ExcelSheet } from '@/lib/domain/excel/columns'
import { baseLines, exportRows, sheetsOf } from '@/lib/domain/excel/export-rows'
import { helpLines } from '@/lib/domain/excel/help-words'
import { jobTerms } from '@/lib/domain/job'
import { Refusal } from '@/lib/domain/refusal'
import { type AuditEntry, writeAuditOfMany } from '../../audit'
import { codeLists } from '../../code-lists/code-lists'
import { roleFor } from '../../records/note-read'
import { type FileStore, readStored } from '../../storage/file-store'
import type { JobStep, StepResult } from '../job-kind'
import type { WorkbookInput } from './records-workbook'
import { type WorkbookPerson, type WorkbookScope, workbookPeople, workbookRecords } from './workbook-people'

/** A piece of one sheet in the interim store. */
type Piece = { sha256: string; crc: number; length: number; rows: number }

export type WorkbookCursor = {
  /** Of the list of records, settled at the beginning. */
  list: string
  total: number
  at: number
  taken: number
  /** Of each sheet, then of the base. */
  pieces: Piece[][]
}

type Begun = JobStep<WorkbookInput, WorkbookCursor> & { cursor: WorkbookCursor }

const RECORDS_A_STEP = 100
export const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

export async function beginWorkbook(
  { actor, input, now, interim }: JobStep<WorkbookInput, WorkbookCursor>,
  scope: WorkbookScope,
): Promise<StepResult<WorkbookCursor>> {
  const most = jobTerms(dayOf(now)).people
  const ids = await workbookPeople(actor, scope, most + 1)
  if (ids.length > most) throw new Refusal('tooManyPeople', { count: ids.length, most })
  const { sha256 } = await interim.put(Buffer.from(JSON.stringify(ids)))
  const pieces = [...sheetsOf(input.sections), null].map((): Piece[] => [])
  return {
    cursor: { list: sha256, total: ids.length, at: 0, taken: 0, pieces },
    ...{ done: 0, total: ids.length, message: 'Đã lập danh sách.' },
  }
}

/** The next hundred records; whose they are is told in the log of each of them at once. */
export async function writeMore({ actor, input, now, interim, cursor }: Begun): Promise<StepResult<WorkbookCursor>> {
  const ids: string[] = JSON.parse((await readStored(interim, cursor.list)).toString('utf8'))
  const chosen = ids.slice(cursor.at, cursor.at + RECORDS_A_STEP)
  const people = await workbookRecords(actor, chosen)
  const sheets = sheetsOf(input.sections)
  const pieces = await Promise.all(
    [...sheets, null].map(async (sheet, at) => {
      const before = cursor.pieces[at] ?? []
      const rows = people.flatMap((person) => rowsOf(person, sheet, input))
      if (rows.length === 0) return before
      const columns = (sheet?.columns ?? BASE_HEADS).map(() => ({ label: '', kind: 'text' as const }))
      const above = before.reduce((sum, piece) => sum + piece.rows, 0)
      const { crc, length, body } = packPiece(sheetRows(columns, rows, above))
      const { sha256 } = await interim.put(Buffer.concat(body))
      return [...before, { sha256, crc, length, rows: rows.length }]
    }),
  )
  const at = cursor.at + chosen.length
  const entries = people
    .filter(({ personId }) => personId !== actor.personId)
    .map(
      ({ personId, recordId, name, unitPath }): AuditEntry => ({
        action: 'record.exported',
        subject: { type: 'record', id: recordId, name },
        unitPath,
        detail: {
          ...{ page: 'workbook', role: roleFor(actor, 'record.exportMany', { personId, unitPath }), format: 'xlsx' },
          ...{ of: 'draft', purpose: input.purpose, sections: [...input.sections] },
        },
      }),
    )
  return {
    cursor: { ...cursor, at, taken: cursor.taken + people.length, pieces },
    ...{ done: at, total: cursor.total, message: `Đã ghi ${at.toLocaleString('vi')} hồ sơ.` },
    write: (tx) => writeAuditOfMany(tx, actor, entries, now),
  }
}

const rowsOf = ({ document, recordId }: WorkbookPerson, sheet: ExcelSheet | null, { sections }: WorkbookInput) =>
  sheet
    ? exportRows(document, sheet, codeLists)
    : baseLines(document, sections).map(({ section, table, row, answers }) => [
        ...[recordId, document.identity.citizen_id, `${section}${table ? `.${table}` : ''}`, row],
        JSON.stringify(answers),
      ])

export async function closeWorkbook(
  { actor, input, now, interim, files, cursor }: Begun,
  unitName: string,
): Promise<StepResult<WorkbookCursor>> {
  const filled = await Promise.all(
    cursor.pieces.map(async (pieces) => {
      const packed = await Promise.all(pieces.map((piece) => packedOf(interim, piece)))
      return { count: pieces.reduce((sum, { rows }) => sum + rows, 0), packed: joinPieces(packed) }
    }),
  )
  const about = {
    what: `Hồ sơ của ${cursor.taken.toLocaleString('vi')} người, ${unitName}`,
    ...{ by: actor.personName, at: sayInstant(now), purpose: input.purpose },
  }
  const sheets = sheetsOf(input.sections)
  const bytes = recordsBook({ sheets, help: helpLines(about), lists: codeLists, today: dayOf(now), filled })
  const stored = await files.put(bytes)
  return {
    finished: true,
    file: { ...stored, name: `ho-so-${dayOf(now)}.xlsx`, type: XLSX },
    ...{ done: cursor.total, total: cursor.total, message: `${cursor.taken.toLocaleString('vi')} hồ sơ.` },
  }
}

const packedOf = async (interim: FileStore, { sha256, crc, length }: Piece): Promise<Packed> => ({
  ...{ crc, length },
  body: [await readStored(interim, sha256)],
})
