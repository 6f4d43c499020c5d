/**
 * The form itself: 13 sections, 109 numbered fields, in the order the law prints them.
 * Types, schemas, screens, comparison, completeness, tables and the national message follow from it.
 */
import type { Answer, Field, PlacedField } from './field'
import { HIDDEN } from './hidden'
import type { TableField } from './kinds/table'
import { affiliation } from './sections/affiliation'
import { agency } from './sections/agency'
import { background } from './sections/background'
import { economy } from './sections/economy'
import { family } from './sections/family'
import { health } from './sections/health'
import { identity } from './sections/identity'
import { position } from './sections/position'
import { qualification } from './sections/qualification'
import { recognition } from './sections/recognition'
import { salary } from './sections/salary'
import { training } from './sections/training'
import { work } from './sections/work'

/** Raised by one whenever a stored document would read differently; `upgrades.ts` then learns the step. */
export const CATALOGUE_VERSION = 1

export const CATALOGUE = {
  agency,
  identity,
  affiliation,
  qualification,
  position,
  salary,
  health,
  training,
  work,
  background,
  recognition,
  family,
  economy,
} as const

export type SectionId = keyof typeof CATALOGUE
export const SECTION_IDS = Object.keys(CATALOGUE) as SectionId[]

export type SectionAnswers<S extends SectionId> = {
  -readonly [Code in keyof (typeof CATALOGUE)[S]['fields']]: Answer<(typeof CATALOGUE)[S]['fields'][Code]>
}

/** A whole record. Unanswered is null, for every kind. */
export type RecordData = { -readonly [S in SectionId]: SectionAnswers<S> }

/** A section's answers where it does not matter which section it is. */
export type AnswersOf = Record<string, unknown>

type AnyField = PlacedField | PlacedTable
export type PlacedTable = TableField & { code: string; section: SectionId; table: null }

/** Fields and tables of one section, in order. */
export const fieldsOf = (section: SectionId): AnyField[] => FIELDS_BY_SECTION[section]

/** Columns of a table, in order. */
export function columnsOf(table: PlacedTable): PlacedField[] {
  const columns = COLUMNS.get(table.columns) ?? placeColumns(table)
  COLUMNS.set(table.columns, columns)
  return columns
}

/** Placed once for each table: they are asked for row by row. */
const COLUMNS = new WeakMap<TableField['columns'], PlacedField[]>()

const placeColumns = ({ columns, section, code: table }: PlacedTable) =>
  Object.entries(columns).map(([code, column]) => ({ ...discreet(column), code, section, table }))

export const isTable = (field: AnyField): field is PlacedTable => field.kind === 'table'

/** Says of a hidden answer only that it is hidden, whatever the kind. */
const discreet = <F extends Field | TableField>(field: F): F => ({
  ...field,
  display: (answer: unknown, ...how: [Parameters<Field['display']>[1], string?]) =>
    answer === HIDDEN ? HIDDEN : field.display(answer as never, ...how),
})

const FIELDS_BY_SECTION = Object.fromEntries(
  SECTION_IDS.map((section) => [
    section,
    Object.entries(CATALOGUE[section].fields as Record<string, Field | TableField>).map(
      ([code, field]) => ({ ...discreet(field), code, section, table: null }) as AnyField,
    ),
  ]),
) as Record<SectionId, AnyField[]>

/** Every scalar field and every column of every table: 109 numbered ones, gate questions, the unit's own. */
export const ALL_FIELDS: PlacedField[] = SECTION_IDS.flatMap((section) =>
  fieldsOf(section).flatMap((field) => (isTable(field) ? columnsOf(field) : [field])),
)

export const ALL_TABLES: PlacedTable[] = SECTION_IDS.flatMap((section) => fieldsOf(section).filter(isTable))

/** The field or table of that code, if the section has one. */
export const fieldNamed = (section: SectionId, code: string) => fieldsOf(section).find((field) => field.code === code)

export const isSectionId = (text: string): text is SectionId => Object.hasOwn(CATALOGUE, text)

/** A record in which nothing has been answered. */
export const emptyRecord = (): RecordData =>
  Object.fromEntries(
    SECTION_IDS.map((section) => [section, Object.fromEntries(fieldsOf(section).map(({ code }) => [code, null]))]),
  ) as RecordData

/** Answers of all sections by field code, for conditions that look across sections. */
export const flatten = (data: RecordData): AnswersOf =>
  Object.assign({}, ...SECTION_IDS.map((section) => data[section]))
