import { type AnswersOf, columnsOf, fieldNamed, isTable, type PlacedTable, type SectionId } from '@/lib/catalogue'
import type { Lists } from '@/lib/catalogue/code-list'
import type { PlacedField } from '@/lib/catalogue/field'
import { isRowId, type Row, tooManyRows } from '@/lib/catalogue/kinds/table'
import { MOST_ROWS } from '@/lib/catalogue/most-rows'
import { rowsOf } from './changes'
import type { FieldErrors } from './refusal'

/** What was typed, read and judged: good answers to keep, and a sentence for each that is not. */
export type Reading = { values: AnswersOf; errors: FieldErrors }

/**
 * Reads the answers typed into one section. Only the codes named in `typed` are read.
 * A bad cell keeps what the row held `before`, so that one slip never loses a row.
 * Unknown codes are dropped: the form decides what a record is, not the browser.
 */
export function readAnswers(section: SectionId, typed: AnswersOf, before: AnswersOf, lists: Lists): Reading {
  const reading: Reading = { values: {}, errors: {} }
  for (const [code, raw] of Object.entries(typed)) {
    const field = fieldNamed(section, code)
    if (!field) continue
    if (isTable(field)) readTable(field, raw, rowsOf(before[code]), lists, reading)
    else
      readOne(
        field,
        raw,
        lists,
        undefined,
        (value) => (reading.values[code] = value),
        (sentence) => (reading.errors[code] = sentence),
      )
  }
  return reading
}

/** The sentence against an answer that is already in its stored form, or null when it is good. */
export function judge(field: PlacedField, answer: unknown, lists: Lists, kind?: string): string | null {
  const parsed = field.schema.safeParse(answer)
  if (!parsed.success) return parsed.error.issues[0]?.message ?? 'Giá trị này chưa đúng.'
  return field.inList?.(answer, lists, kind) ?? null
}

function readOne(
  field: PlacedField,
  raw: unknown,
  lists: Lists,
  kind: string | undefined,
  keep: (value: unknown) => void,
  refuse: (sentence: string) => void,
) {
  const value = field.parse(raw, lists, kind)
  if (value === null) return keep(null)
  const sentence = judge(field, value, lists, kind)
  return sentence === null ? keep(value) : refuse(sentence)
}

function readTable(table: PlacedTable, raw: unknown, before: Row[], lists: Lists, reading: Reading) {
  const all = Array.isArray(raw) ? raw : []
  const excess = tooManyRows(all.length)
  if (excess !== null) reading.errors[table.code] = excess
  const typedRows = all.slice(0, MOST_ROWS)
  const earlier = new Map(before.map((row) => [row.id, row]))
  const rows = typedRows.map((typed: AnswersOf) => {
    const id = String(typed?.id ?? '')
    const kind = table.rowKinds?.some(({ code }) => code === typed?.kind) ? String(typed.kind) : undefined
    if (table.rowKinds && kind === undefined) reading.errors[`${table.code}.${id}.kind`] = 'Chọn loại của dòng này.'
    const row: Row = { id, ...(kind === undefined ? {} : { kind }) }
    for (const column of columnsOf(table)) {
      const errorKey = `${table.code}.${id}.${column.code}`
      row[column.code] = earlier.get(id)?.[column.code] ?? null
      if (!(column.code in typed)) continue
      readOne(
        column,
        typed[column.code],
        lists,
        kind,
        (value) => (row[column.code] = value),
        (sentence) => (reading.errors[errorKey] = sentence),
      )
    }
    return row
  })
  const named = rows.filter((row) => isRowId(row.id) && (!table.rowKinds || row.kind))
  const unique = [...new Map(named.map((row) => [row.id, row])).values()]
  reading.values[table.code] = unique.length === 0 ? null : unique
}
