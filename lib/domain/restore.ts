import { type AnswersOf, columnsOf, fieldNamed, isTable, type RecordData, type SectionId } from '@/lib/catalogue'
import type { Lists } from '@/lib/catalogue/code-list'
import { type Row, tooManyRows } from '@/lib/catalogue/kinds/table'
import { judge } from './answers'
import { apply, type Change, diffSection, ORDER, rowsOf } from './changes'
import { type Editor, mayEdit } from './record'
import { type FieldErrors, Refusal } from './refusal'

/** What would have to change in the working copy for a section to read as it once did; only what this editor may edit. */
export const restorable = (draft: RecordData, past: RecordData, section: SectionId, editor: Editor): Change[] =>
  diffSection(section, draft[section] as AnswersOf, past[section] as AnswersOf).filter(({ code, row }) => {
    const field = fieldNamed(section, code)
    return row !== ORDER && field !== undefined && mayEdit(field, editor)
  })

/** Names a change on its way to the page and back. */
export const placeKey = ({ code, row }: Pick<Change, 'code' | 'row'>) => `${code}/${row ?? ''}`

/**
 * The chosen past values as a new change of the working copy. All of them or none: throws `restoreInvalid` when one is
 * not valid any more, `nothingToRestore` when none of them differs.
 */
export function restoreValues(call: {
  draft: RecordData
  past: RecordData
  section: SectionId
  /** `placeKey` of each. */
  chosen: readonly string[]
  editor: Editor
  lists: Lists
}): { changes: Change[]; section: AnswersOf } {
  const { draft, past, section, chosen, editor, lists } = call
  const wanted = restorable(draft, past, section, editor).filter((change) => chosen.includes(placeKey(change)))
  if (wanted.length === 0) throw new Refusal('nothingToRestore', {})
  const next = apply(draft, wanted)[section] as AnswersOf
  const errors = { ...errorsIn(wanted, lists), ...tooMany(wanted, next) }
  if (Object.keys(errors).length > 0) {
    throw new Refusal('restoreInvalid', { count: Object.keys(errors).length }, errors)
  }
  return { changes: diffSection(section, draft[section] as AnswersOf, next), section: next }
}

/** A sentence for each value that today's form refuses, by its place. */
function errorsIn(changes: readonly Change[], lists: Lists): FieldErrors {
  const errors: FieldErrors = {}
  for (const change of changes) {
    const field = fieldNamed(change.section, change.code)
    if (!field || change.after === null || change.after === undefined) continue
    const sentence = isTable(field)
      ? columnsOf(field)
          .map((column) => judgeCell(change.after as Row, column, lists))
          .find((said) => said !== null)
      : judge(field, change.after, lists)
    if (sentence) errors[placeKey(change)] = sentence
  }
  return errors
}

function judgeCell(row: Row, column: ReturnType<typeof columnsOf>[number], lists: Lists): string | null {
  const value = row[column.code] ?? null
  const said = value === null ? null : judge(column, value, lists, row.kind ?? undefined)
  return said === null ? null : `${column.label}: ${said}`
}

function tooMany(changes: readonly Change[], next: AnswersOf): FieldErrors {
  const errors: FieldErrors = {}
  for (const change of changes) {
    const said = change.row === null ? null : tooManyRows(rowsOf(next[change.code]).length)
    if (said !== null) errors[placeKey(change)] = said
  }
  return errors
}
