import type { z } from 'zod'
import type { Lists } from './code-list'
import type { ConditionId, GateCode } from './conditions'

/** Who proposes a value: the person, the unit, or either. Nothing counts before it is approved and signed. */
export type WhoMayEdit = 'self' | 'unit' | 'both'

/** What is said of a field before its kind adds the behaviour. */
export type Spec = {
  /** Number 1–109 of the form; null for gate questions and the unit's supplementary fields. */
  no: number | null
  /** Words of the official form. */
  label: string
  /** Short words for the head of a column, where the official ones are too long. */
  heading?: string
  /** Item of the printed form, such as `8` or `32.1–32.6`; `đầu mẫu` for the heading. */
  item: string
  whoMayEdit: WhoMayEdit
  /** Asked at submission. `gate`: required once the gate question is answered yes. A column's duty begins with its row. */
  required: boolean | 'gate' | ConditionId
  /** Yes/no question that hides this field when answered no (decisions on gate questions). */
  gate?: GateCode
  /** Otherwise hidden when this condition fails. */
  shownWhen?: ConditionId
  /** Sensitive personal data (NĐ 356/2025, Điều 4): masked for those without need. */
  sensitive: boolean
  /** Name of the code list, `a + b` for the union of two. */
  codeList?: string
  /** In a table of several kinds of rows: the list that goes with each kind. */
  codeListByKind?: Record<string, string>
  /** In a table of several kinds of rows: the kinds that have this column. All when absent. */
  kinds?: readonly string[]
  maxLength?: number
  pattern?: RegExp
  /** Said when `pattern` refuses: what is wrong and what to do. */
  patternHint?: string
  /** Mistakes so usual that they have a sentence of their own, in place of `patternHint`. */
  mistakes?: readonly { pattern: RegExp; hint: string }[]
  /** A number no two people share: refused when another record has it. */
  unique?: true
  /** A telephone number: +84 is read as 0. */
  telephone?: true
  /** Figures after the comma, always so many: `4,6` is read as 4,60. */
  decimals?: number
  /** In the ministry's code, where ours keeps an older entry apart. */
  nationalCodes?: Readonly<Record<string, string>>
  /** Code of the field this one explains: printed behind its answer, in brackets. */
  explains?: string
  min?: number
  max?: number
  /** Field of the same section, or column of the same row, that says when it was so: entries of that day are offered first. */
  dated?: string
  /** Permanent sentence below the control. */
  hint?: string
  /** Follows from the posting or from the national database; never typed. */
  derived?: boolean
  /** Name in the ministry's message where one was seen; otherwise made from the label. */
  national?: string
}

export type Kind =
  | 'text'
  | 'longText'
  | 'date'
  | 'partialDate'
  | 'partialDateRange'
  | 'integer'
  | 'decimal'
  | 'money'
  | 'choice'
  | 'multiChoice'
  | 'address'
  | 'boolean'
  | 'unit'
  | 'table'

/** What a kind knows how to do with an answer. `null` (not filled) never reaches these. */
export type Behaviour<Value> = {
  /** Judges a filled answer's form; membership of a code list is judged by `inList`. */
  schema: z.ZodType<Value>
  /** As a person reads it: on screen, in a PDF, in a comparison, in a spreadsheet cell. */
  display(answer: Value, lists: Lists, kind?: string): string
  /** The way in from what was typed or pasted; `schema` judges the outcome. Blank becomes null. */
  parse(typed: unknown, lists: Lists, kind?: string): unknown
  /** As the national message wants it: always text; a period is two texts. */
  toNational(answer: Value): string | { from: string; to: string }
  /** The code list's complaint about a well-formed answer, or null. */
  inList?(answer: Value, lists: Lists, kind?: string): string | null
}

/** A field, and everything that can be done with an answer to it. */
export type Field<Value = unknown, K extends Kind = Kind> = Spec & Behaviour<Value> & { kind: K }

/** A field that knows its place in the form. */
export type PlacedField = Field & { code: string; section: string; table: string | null }

export type Answer<F> = F extends { schema: z.ZodType<infer Value> } ? Value | null : never
