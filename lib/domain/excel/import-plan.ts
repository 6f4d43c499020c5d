import type { RecordData, SectionId } from '@/lib/catalogue'
import type { Change } from '../changes'
import type { ColumnKey } from './columns'
import type { Repair } from './read-cell'
import type { SheetCell } from './sheet-cell'

/** A sheet of the file, and what each of its columns is; null for one nobody takes. */
export type MappedSheet = { table: string | null; base?: true; keys: readonly (ColumnKey | null)[] }

export type ImportedLine = { sheet: number; line: number; cells: readonly SheetCell[] }

export const ISSUE_KINDS = ['refused', 'repair', 'unmatched', 'conflict', 'newer', 'notImported'] as const
export type IssueKind = (typeof ISSUE_KINDS)[number]

/** A cell that is not simply stored; without a column, a whole line. */
export type Issue = {
  sheet: number
  line: number
  column: number | null
  kind: IssueKind
  /** The repair that would do, the list that lacks the word. */
  detail: Repair | string | null
  text: string
  /** What would be stored instead, or what the record says. */
  proposal: string | null
  sentence: string | null
  /** How many filled cells it speaks of. */
  cells: number
}

/** A word of no list, and where in the record it waits. */
export type Waiting = {
  section: SectionId
  code: string
  rowId: string | null
  column: string | null
  kind: string | null
  list: string
  text: string
}

/** What one record said when the file was written. */
export type Base = {
  scalars: Partial<Record<string, Record<string, unknown>>>
  rows: Map<string, Record<string, unknown>>
}

export type PostedUnit = {
  id: string
  code: string
  agencyCode: string | null
  name: string
  typeCode: string
  path: string
  /** When it stood, as far as anybody wrote that down. */
  days: readonly { from: string; until: string | null }[]
  parent: { code: string; agencyCode: string | null; name: string; typeCode: string } | null
}

/** What is said once for all lines. */
export type ImportOptions = {
  repairs: Repair[]
  /** For new people whose line does not say it. */
  personCategory: string
  employmentStatus: string
  /** `YYYY-MM-DD`. */
  from: string
  /** Where a record says something else and nobody knows which is newer: the file's value. */
  takeFile: boolean
}

export type PersonPlan = {
  lines: readonly ImportedLine[]
  outcome: 'create' | 'change' | 'same' | 'refused'
  /** Filled cells of the lines, in columns that are taken. */
  cells: number
  /** Of them, those whose value stands in the record afterwards. */
  stored: number
  issues: Issue[]
  waiting: Waiting[]
  /** The record afterwards, where something changes. */
  draft: RecordData | null
  changes: Change[]
  /** Of somebody new. */
  posting: { unit: PostedUnit; from: string } | null
}

/** Twelve figures, with the nought that spreadsheets lose: says whose line it is. Null where it cannot be told. */
export function personKey(text: string): string | null {
  const digits = text.replace(/[\s.'’]/g, '')
  if (/^\d{12}$/.test(digits)) return digits
  return /^\d{11}$/.test(digits) ? `0${digits}` : null
}
