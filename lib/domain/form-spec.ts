/**
 * What a browser is told of the form: plain data, made on the server from the catalogue.
 * The catalogue itself, its schemas and its code lists stay behind.
 */
import { CATALOGUE, columnsOf, fieldsOf, flatten, isTable, type RecordData, type SectionId } from '@/lib/catalogue'
import type { Lists } from '@/lib/catalogue/code-list'
import { CONDITIONS, type ConditionId, GATE_CODES, type GateCode } from '@/lib/catalogue/conditions'
import type { Field, Kind, PlacedField } from '@/lib/catalogue/field'
import type { RowKind } from '@/lib/catalogue/kinds/table'
import { rowsOf } from './changes'
import { type OptionSource, placeKey, sourceOf } from './option'
import { inPaperOrder } from './paper-order'
import { type Editor, mayEdit } from './record'
import { type Typed, type TypedRow, typedOf } from './typed'

export type FieldSpec = {
  code: string
  no: number | null
  item: string
  label: string
  /** Short words for the head of a column. */
  heading: string
  kind: Kind
  required: boolean | 'gate' | ConditionId
  gate?: GateCode
  shownWhen?: ConditionId
  /** Kinds of rows that have this column. */
  kinds?: readonly string[]
  hint: string | null
  /** Field of the section that dates this one. */
  dated: string | null
  /** How long an answer usually is. */
  width: 'date' | 'id' | 'short' | 'full'
  source: OptionSource | null
  sourceByKind: Record<string, OptionSource> | null
  /** Why it cannot be typed here, as a person reads it; null when it can. */
  readOnly: string | null
  /** The answer as a person reads it, for fields that cannot be typed. */
  said: string
  columns: FieldSpec[]
  rowKinds: readonly RowKind[]
}

export type SectionSheet = {
  section: SectionId
  title: string
  item: string
  fields: FieldSpec[]
  typed: Record<string, Typed>
  /** Approved answers this draft may differ from; empty when nothing has been approved. Rows by id. */
  approved: Record<string, { typed: Typed; said: string }>
  /** Answers of the whole record that conditions look at, and days that date others. */
  answers: Record<string, unknown>
  hasApproved: boolean
}

type Asked = {
  section: SectionId
  draft: RecordData
  approved: RecordData | null
  editor: Editor | null
  lists: Lists
  today: string
}

/** Everything one page of the form needs. `editor: null` makes a page that can only be read. */
export function sectionSheet(asked: Asked): SectionSheet {
  const { section, draft, approved, lists } = asked
  const fields = inPaperOrder(fieldsOf(section))
  const answers = flatten(draft)
  const here = draft[section] as Record<string, unknown>
  const dates = fields.flatMap(({ dated }) => dated ?? [])
  const before = (approved?.[section] ?? {}) as Record<string, unknown>
  return {
    section,
    title: CATALOGUE[section].title,
    item: CATALOGUE[section].item,
    fields: fields.map((field) => fieldSpec(field, here[field.code], asked)),
    typed: Object.fromEntries(fields.map((field) => [field.code, typedAnswer(field, here[field.code], lists)])),
    approved: Object.fromEntries(
      fields.map((field) => {
        const answer = before[field.code] ?? null
        const said = answer === null || isTable(field) ? '' : field.display(answer as never, lists)
        return [field.code, { typed: typedAnswer(field, answer, lists), said }]
      }),
    ),
    answers: Object.fromEntries([...LOOKED_AT, ...dates].map((code) => [code, answers[code] ?? null])),
    hasApproved: approved !== null,
  }
}

type AnyField = ReturnType<typeof fieldsOf>[number]

export function fieldSpec(
  field: AnyField,
  answer: unknown,
  { editor, lists, today }: Pick<Asked, 'editor' | 'lists' | 'today'>,
): FieldSpec {
  const { code, no, item, label, kind, required, gate, shownWhen } = field
  const { sources, ...shape } = isTable(field)
    ? { sources: {}, columns: columnsOf(field), rowKinds: field.rowKinds ?? [] }
    : { sources: sourcesOf(field, [answer], lists, today), columns: [], rowKinds: [] }
  const readOnly = reasonReadOnly(field, editor)
  return {
    ...{ code, no, item, label, kind, required },
    ...(gate === undefined ? {} : { gate }),
    ...(shownWhen === undefined ? {} : { shownWhen }),
    ...(field.kinds === undefined ? {} : { kinds: field.kinds }),
    heading: field.heading ?? label,
    hint: field.hint ?? null,
    dated: field.dated ?? null,
    width: widthOf(field as Field),
    source: null,
    sourceByKind: null,
    ...sources,
    readOnly,
    said: readOnly === null || answer === null || answer === undefined ? '' : field.display(answer as never, lists),
    rowKinds: shape.rowKinds,
    columns: shape.columns.map((column) => columnSpec(column, rowsOf(answer), readOnly, lists, today)),
  }
}

function columnSpec(
  column: PlacedField,
  rows: ReturnType<typeof rowsOf>,
  readOnly: string | null,
  lists: Lists,
  today: string,
): FieldSpec {
  const answers = rows.map((row) => row[column.code])
  return {
    ...fieldSpec(column, null, { editor: null, lists, today }),
    ...sourcesOf(column, answers, lists, today),
    readOnly,
  }
}

/** Stored form and typed form of tables differ cell by cell. */
export function typedAnswer(field: AnyField, answer: unknown, lists: Lists): Typed {
  if (!isTable(field)) return typedOf(field as Field, answer, lists)
  const columns = columnsOf(field)
  return rowsOf(answer).map(
    (row): TypedRow => ({
      id: row.id,
      ...(row.kind ? { kind: row.kind } : {}),
      ...Object.fromEntries(columns.map((column) => [column.code, typedOf(column, row[column.code], lists)])),
    }),
  )
}

function sourcesOf(field: PlacedField, answers: unknown[], lists: Lists, today: string) {
  if (!OFFERING.has(field.kind)) return {}
  const known = new Set(answers.flatMap(keysOf))
  const source = (name: string) => sourceOf(name, lists, today, known, field.kind === 'address')
  return {
    source: field.codeList === undefined ? null : source(field.codeList),
    sourceByKind: field.codeListByKind
      ? Object.fromEntries(Object.entries(field.codeListByKind).map(([kind, name]) => [kind, source(name)]))
      : null,
  }
}

/** Kinds that choose from, or suggest, entries of a code list. */
const OFFERING: ReadonlySet<Kind> = new Set(['choice', 'multiChoice', 'address', 'text'])

function keysOf(answer: unknown): string[] {
  if (typeof answer === 'string') return [answer]
  if (Array.isArray(answer)) return answer.map(String)
  if (answer === null || typeof answer !== 'object' || !('listValidFrom' in answer)) return []
  const { code, listValidFrom } = answer as { code: string | null; listValidFrom: string | null }
  return code === null ? [] : [placeKey(code, listValidFrom)]
}

function reasonReadOnly(field: AnyField, editor: Editor | null): string | null {
  if (editor === null) return 'Chỉ đọc'
  if (mayEdit(field, editor)) return null
  if (field.derived) return 'Theo hồ sơ tổ chức'
  return editor === 'unit' ? 'Người khai ghi' : 'Đơn vị ghi'
}

const WIDTHS: Partial<Record<Kind, FieldSpec['width']>> = {
  date: 'date',
  partialDate: 'date',
  integer: 'date',
  decimal: 'date',
  money: 'id',
  choice: 'short',
}

function widthOf(field: Field): FieldSpec['width'] {
  const usual = WIDTHS[field.kind]
  if (usual) return usual
  return field.kind === 'text' && (field.maxLength ?? 200) <= 35 ? 'id' : 'full'
}

/** Codes that some condition reads, found by letting each read from a record that only takes notes. */
const LOOKED_AT: string[] = (() => {
  const seen = new Set<string>(GATE_CODES)
  const notes = new Proxy({}, { get: (_, code) => void seen.add(String(code)) })
  for (const { holds } of Object.values(CONDITIONS)) holds(notes, {})
  return [...seen]
})()
