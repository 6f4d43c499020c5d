import {
  type AnswersOf,
  columnsOf,
  fieldNamed,
  fieldsOf,
  isTable,
  type PlacedTable,
  type RecordData,
  SECTION_IDS,
  type SectionId,
} from '@/lib/catalogue'
import { HIDDEN } from '@/lib/catalogue/hidden'
import type { Row } from '@/lib/catalogue/kinds/table'
import { type Change, rowsOf } from './changes'
import type { Reading } from './reading'

/**
 * The record as this reader may see it: what is not theirs reads `HIDDEN`, answered or not, so that not even an empty
 * field tells. A hidden table has one line of each kind, however many it really has.
 */
export function maskRecord(data: RecordData, reading: Reading): RecordData {
  const sections = SECTION_IDS.map((section) => {
    const answers = data[section] as AnswersOf
    return [
      section,
      Object.fromEntries(fieldsOf(section).map((field) => [field.code, maskAnswer(section, field, answers, reading)])),
    ]
  })
  return Object.fromEntries(sections) as RecordData
}

type AnyField = ReturnType<typeof fieldsOf>[number]

function maskAnswer(section: SectionId, field: AnyField, answers: AnswersOf, reading: Reading): unknown {
  const answer = answers[field.code] ?? null
  if (reading.see(section, field) !== 'open') return isTable(field) ? hiddenRows(field) : HIDDEN
  return isTable(field) && answer !== null ? maskRows(section, field, rowsOf(answer), reading) : answer
}

function hiddenRows(table: PlacedTable): Row[] {
  const cells = Object.fromEntries(columnsOf(table).map(({ code }) => [code, HIDDEN]))
  const kinds = table.rowKinds?.map(({ code }) => code) ?? [null]
  return kinds.map((kind, at) => ({ id: `hidden-${at}`, ...(kind === null ? {} : { kind }), ...cells }))
}

/** Single columns of a table may be sensitive where the table is not. */
function maskRows(section: SectionId, table: PlacedTable, rows: Row[], reading: Reading): Row[] {
  const hidden = columnsOf(table).filter(
    ({ sensitive }) => sensitive && reading.see(section, { code: table.code, sensitive }) !== 'open',
  )
  if (hidden.length === 0) return rows
  return rows.map((row) => ({ ...row, ...Object.fromEntries(hidden.map(({ code }) => [code, HIDDEN])) }))
}

/** Changes as this reader may see them: what is withheld is not told at all, what is masked is told without its values. */
export function maskChanges(changes: readonly Change[], reading: Reading): Change[] {
  const told = new Set<string>()
  return changes.flatMap((change): Change[] => {
    const field = fieldNamed(change.section, change.code)
    // A field of an older form: nobody can say any more how sensitive it was.
    const sight = field ? reading.see(change.section, field) : 'withheld'
    if (sight === 'withheld') return []
    if (field && sight === 'open') return [isTable(field) ? openRow(change, field, reading) : change]
    if (told.has(change.code)) return []
    told.add(change.code)
    return [{ section: change.section, code: change.code, row: null, before: HIDDEN, after: HIDDEN }]
  })
}

function openRow(change: Change, table: PlacedTable, reading: Reading): Change {
  const mask = (row: unknown) =>
    row === null || typeof row !== 'object' || Array.isArray(row)
      ? row
      : (maskRows(change.section, table, [row as Row], reading)[0] ?? null)
  return { ...change, before: mask(change.before), after: mask(change.after) }
}

/** Is anything of this record kept from this reader? */
export const isWhole = (reading: Reading): boolean =>
  SECTION_IDS.every((section) => fieldsOf(section).every((field) => reading.see(section, field) === 'open'))

/** The sections of which this reader sees, or could be shown, anything at all. */
export const sectionsSeen = (reading: Reading): SectionId[] =>
  SECTION_IDS.filter((section) => fieldsOf(section).some((field) => reading.see(section, field) !== 'withheld'))

/** Are the sensitive values already open? */
export const isSensitiveOpen = (reading: Reading): boolean =>
  SECTION_IDS.every((section) =>
    fieldsOf(section).every(
      (field) => !field.sensitive || field.code === 'family' || reading.see(section, field) === 'open',
    ),
  )
