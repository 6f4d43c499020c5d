import { type AnswersOf, type RecordData, SECTION_IDS, type SectionId } from '@/lib/catalogue'
import type { Lists } from '@/lib/catalogue/code-list'
import { HIDDEN } from '@/lib/catalogue/hidden'
import type { Row } from '@/lib/catalogue/kinds/table'
import { rowsOf } from '../changes'
import { CITIZEN_ID, EXCEL_SHEETS, type ExcelColumn, type ExcelSheet, FULL_NAME } from './columns'

/** The sheets of these sections; whose a row is always stands in it. */
export const sheetsOf = (sections: readonly SectionId[]): ExcelSheet[] =>
  EXCEL_SHEETS.flatMap((sheet) => {
    if (sheet.table) return sections.includes(sheet.table.section) ? [sheet] : []
    const columns = sheet.columns.filter(
      ({ key, field }) => key === CITIZEN_ID || key === FULL_NAME || sections.includes(field?.section as SectionId),
    )
    return [{ ...sheet, columns }]
  })

/** The rows of one record on one sheet, each cell as a person reads it. What this reader may not see is empty. */
export function exportRows(data: RecordData, { table, columns }: ExcelSheet, lists: Lists): (string | null)[][] {
  const { citizen_id: citizenId, full_name: fullName } = data.identity
  if (table === null) {
    return [
      columns.map(({ field }) =>
        said(field, field && (data[field.section as SectionId] as AnswersOf)[field.code], lists),
      ),
    ]
  }
  const rows = rowsOf((data[table.section] as AnswersOf)[table.code])
  const kinds = new Map(table.rowKinds?.map(({ code, label }) => [code, label]))
  const help: Record<string, (row: Row) => string | null> = {
    [CITIZEN_ID]: () => citizenId,
    [FULL_NAME]: () => fullName,
    '@kind': ({ kind }) => (kind ? (kinds.get(kind) ?? kind) : null),
    '@row': ({ id }) => id,
  }
  return rows
    .filter(isSeen)
    .map((row) =>
      columns.map(({ key, field }) => help[key]?.(row) ?? said(field, field && row[field.code], lists, row.kind)),
    )
}

/** What the workbook said of a record when it was written: kept in it, so that import knows who changed what. */
export type BaseLine = { section: SectionId; table: string | null; row: string | null; answers: AnswersOf }

/** The longest text one cell takes is 32,767. */
const LONGEST = 30_000

export function baseLines(data: RecordData, sections: readonly SectionId[]): BaseLine[] {
  const sheets = sheetsOf(sections)
  return SECTION_IDS.filter((section) => sections.includes(section) || section === 'identity').flatMap((section) => {
    const codes = sheets
      .filter(({ table }) => table === null)
      .flatMap(({ columns }) => columns.flatMap(({ field }) => (field?.section === section ? [field.code] : [])))
    const answers = data[section] as AnswersOf
    const tables = sheets.flatMap(({ table }) => (table?.section === section ? [table.code] : []))
    return [
      ...portions(answers, codes).map((some): BaseLine => ({ section, table: null, row: null, answers: some })),
      ...tables.flatMap((table) =>
        rowsOf(answers[table])
          .filter(isSeen)
          .map((row): BaseLine => ({ section, table, row: row.id, answers: row })),
      ),
    ]
  })
}

function portions(answers: AnswersOf, codes: readonly string[]): AnswersOf[] {
  const filled = codes.filter((code) => answers[code] !== null && answers[code] !== HIDDEN)
  const all: AnswersOf[] = []
  let length = LONGEST
  for (const code of filled) {
    length += JSON.stringify(answers[code]).length + code.length
    if (length > LONGEST) {
      all.push({})
      length = 0
    }
    ;(all.at(-1) as AnswersOf)[code] = answers[code]
  }
  return all
}

const isSeen = (row: Row) => !Object.values(row).includes(HIDDEN)

const said = (field: ExcelColumn['field'], answer: unknown, lists: Lists, kind?: string | null) =>
  field === null || answer === null || answer === undefined || answer === HIDDEN
    ? null
    : field.display(answer as never, lists, kind ?? undefined)
