import {
  BASE_SHEET,
  CITIZEN_ID,
  type ColumnKey,
  EXCEL_SHEETS,
  type ExcelSheet,
  HELP_SHEET,
  LISTS_SHEET,
} from './columns'
import { headerWords, headLine, matchHeaders } from './match-headers'

/** A sheet of the file as it was understood. `skip`: its cells are only counted. */
export type ImportSheet = {
  name: string
  as: 'main' | 'base' | 'skip' | 'table'
  /** Code of the table. */
  table: string | null
  /** Line of the heads. */
  head: number
  headers: string[]
  /** The first values of each column. */
  samples: string[][]
  keys: (ColumnKey | null)[]
  hidden: boolean
}

/** The first lines of a sheet, as text. */
export type SheetTop = { name: string; hidden: boolean; lines: { line: number; cells: string[] }[] }

type Remembered = (table: string) => ReadonlyMap<string, ColumnKey | null>

const SAMPLES = 3

/** What each sheet of a file is, and each column of it, as far as it can be told. */
export function understandSheets(tops: readonly SheetTop[], remembered: Remembered): ImportSheet[] {
  let hasMain = false
  return tops.map((top) => {
    if (top.name === BASE_SHEET) return baseSheet(top)
    const form = top.name === HELP_SHEET || top.name === LISTS_SHEET ? null : formOf(top, hasMain)
    if (form === null) return { ...empty(top), as: 'skip' }
    hasMain ||= form.table === null
    return readAs(top, form, remembered)
  })
}

/** The same sheet taken for another one, or none, of the form. */
export function readAs(top: SheetTop, form: ExcelSheet, remembered: Remembered): ImportSheet {
  const at = headLine(
    top.lines.map(({ cells }) => cells),
    form,
  )
  const headers = headersAt(top, at)
  const below = top.lines.slice(at + 1, at + 1 + SAMPLES)
  return {
    ...{ name: top.name, hidden: top.hidden, head: top.lines[at]?.line ?? 1, headers },
    ...{ as: form.table === null ? 'main' : 'table', table: form.table?.code ?? null },
    samples: headers.map((_, column) => below.flatMap(({ cells }) => cells[column]?.slice(0, 60) || [])),
    keys: matchHeaders(headers, form, remembered(form.table?.code ?? '')),
  }
}

/** Heads of two lines, the upper one over several columns: what the lower leaves empty the upper says. */
function headersAt({ lines }: SheetTop, at: number): string[] {
  const [upper, lower] = [at > 0 ? (lines[at - 1]?.cells ?? []) : [], lines[at]?.cells ?? []]
  const wide = upper.filter((cell) => cell !== '').length > 1 ? upper : []
  return Array.from({ length: Math.max(lower.length, wide.length) }, (_, column) => lower[column] || wide[column] || '')
}

function formOf(top: SheetTop, hasMain: boolean): ExcelSheet | null {
  const named = EXCEL_SHEETS.find(({ name }) => headerWords(name) === headerWords(top.name))
  if (named) return named
  const scores = EXCEL_SHEETS.filter(({ table }) => !(table === null && hasMain)).map((form) => {
    const at = headLine(
      top.lines.map(({ cells }) => cells),
      form,
    )
    const keys = matchHeaders(headersAt(top, at), form)
    return { form, found: keys.filter((key) => key !== null).length + (keys.includes(CITIZEN_ID) ? 0.5 : 0) }
  })
  const best = scores.toSorted((a, b) => b.found - a.found)[0]
  // A list of people may have heads nobody knows: it is shown, to be told by hand.
  if (!hasMain && !top.hidden && (best === undefined || best.found < 2))
    return top.lines.length > 0 ? (EXCEL_SHEETS[0] ?? null) : null
  return best && best.found >= 2 ? best.form : null
}

const empty = ({ name, hidden }: SheetTop) => ({
  ...{ name, hidden, table: null, head: 1 },
  ...{ headers: [] as string[], samples: [] as string[][], keys: [] as (ColumnKey | null)[] },
})

const baseSheet = (top: SheetTop): ImportSheet => ({ ...empty(top), as: 'base' })
