import {
  type AnswersOf,
  emptyRecord,
  fieldNamed,
  fieldsOf,
  isTable,
  type RecordData,
  SECTION_IDS,
  type SectionId,
} from '@/lib/catalogue'
import type { Row } from '@/lib/catalogue/kinds/table'
import { canonical } from './canonical'

/**
 * One answer, before and after: the unit of history, of review and of undo.
 * In a table `row` names the row (whole rows are compared), or `ORDER` with the row ids when only their order tells.
 */
export type Change = { section: SectionId; code: string; row: string | null; before: unknown; after: unknown }

export const ORDER = '*order'

/** Everything that differs, in the order of the form. */
export function diff(before: RecordData | null, after: RecordData): Change[] {
  const earlier = before ?? emptyRecord()
  return SECTION_IDS.flatMap((section) => diffSection(section, earlier[section], after[section]))
}

export function diffSection(section: SectionId, before: AnswersOf, after: AnswersOf): Change[] {
  return fieldsOf(section).flatMap((field) => {
    const [was, is] = [before[field.code] ?? null, after[field.code] ?? null]
    if (same(was, is)) return []
    if (isTable(field)) return diffRows(section, field.code, rowsOf(was), rowsOf(is))
    return [{ section, code: field.code, row: null, before: was, after: is }]
  })
}

/** The record after these changes. `apply(a, diff(a, b))` is b. */
export function apply(data: RecordData, changes: readonly Change[]): RecordData {
  const next = structuredClone(data) as Record<SectionId, AnswersOf>
  for (const section of SECTION_IDS) {
    for (const [code, group] of byCode(changes.filter((change) => change.section === section))) {
      const field = fieldNamed(section, code)
      next[section][code] =
        field && isTable(field) ? applyRows(rowsOf(next[section][code]), group) : group.at(-1)?.after
    }
  }
  return next as RecordData
}

/** The way back. `apply(b, invert(diff(a, b)))` is a. */
export const invert = (changes: readonly Change[]): Change[] =>
  changes.map((change) => ({ ...change, before: change.after, after: change.before }))

/** Nothing equals nothing only; most answers are told apart before they are written out. */
export function same(a: unknown, b: unknown): boolean {
  if (a === b) return true
  const [one, other] = [a ?? null, b ?? null]
  if (one === null || other === null) return one === other
  return canonical(one) === canonical(other)
}

export const rowsOf = (answer: unknown): Row[] => (Array.isArray(answer) ? (answer as Row[]) : [])

function diffRows(section: SectionId, code: string, before: Row[], after: Row[]): Change[] {
  const [was, is] = [byId(before), byId(after)]
  const touched = [...before, ...after.filter(({ id }) => !was.has(id))].filter(
    ({ id }) => !same(was.get(id), is.get(id)),
  )
  const changes = touched.map(({ id }) => ({
    section,
    code,
    row: id,
    before: was.get(id) ?? null,
    after: is.get(id) ?? null,
  }))
  const told = inOrder(applyRows(before, changes), after) && inOrder(applyRows(after, invert(changes)), before)
  if (told) return changes
  return [
    ...changes,
    { section, code, row: ORDER, before: before.map(({ id }) => id), after: after.map(({ id }) => id) },
  ]
}

function applyRows(rows: Row[], changes: readonly Change[]): Row[] | null {
  const next = byId(rows)
  for (const { row, after } of changes) {
    if (row === null || row === ORDER) continue
    if (after === null) next.delete(row)
    else next.set(row, after as Row)
  }
  const order = changes.find((change) => change.row === ORDER)?.after as string[] | undefined
  const ordered = order ? order.flatMap((id) => next.get(id) ?? []) : [...next.values()]
  return ordered.length === 0 ? null : ordered
}

const byId = (rows: Row[]) => new Map(rows.map((row) => [row.id, row]))
const inOrder = (a: Row[] | null, b: Row[]) => (a ?? []).map(({ id }) => id).join() === b.map(({ id }) => id).join()

function byCode(changes: readonly Change[]): Map<string, Change[]> {
  const groups = new Map<string, Change[]>()
  for (const change of changes) groups.set(change.code, [...(groups.get(change.code) ?? []), change])
  return groups
}
