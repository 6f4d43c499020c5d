import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ALL_TABLES, type AnswersOf, emptyRecord } from '@/lib/catalogue'
import { codeLists } from '@/lib/catalogue/code-lists'
import { rowsOf } from '@/lib/domain/changes'
import { removals, withKept } from '@/lib/domain/kept-rows'
import { editSection } from '@/lib/domain/record'
import { anyRows } from '../support/arbitrary'

const disciplines = ALL_TABLES.find(({ keepsApproved }) => keepsApproved)!

const emptied = (rows: unknown) => {
  const draft = emptyRecord()
  draft.recognition.disciplines = rows as never
  const typed = { disciplines: [], rewards: [] }
  const edit = editSection({ draft, section: 'recognition', typed, editor: 'unit', lists: codeLists })
  return { edit, before: draft.recognition as AnswersOf }
}

test('only disciplines keep what was approved', () => {
  expect(ALL_TABLES.filter(({ keepsApproved }) => keepsApproved)).toEqual([disciplines])
})

test('rows that must stay come back as they were, and only they', () => {
  fc.assert(
    fc.property(anyRows(disciplines), fc.nat(), (rows, pick) => {
      const { edit, before } = emptied(rows)
      const removed = removals(edit.changes)
      const all = rowsOf(rows)
      expect(removed.map(({ row }) => row).sort()).toEqual(all.map(({ id }) => id).sort())
      const kept = removed.slice(0, 1 + (pick % removed.length))
      const { section, changes, errors } = withKept(edit, 'recognition', before, kept)
      expect(rowsOf(section.disciplines)).toEqual(all.filter(({ id }) => kept.some(({ row }) => row === id)))
      expect(changes.filter(({ row, after }) => after === null && kept.some((one) => one.row === row))).toEqual([])
      expect(errors.disciplines).toMatch(/\.$/)
    }),
    { numRuns: 30 },
  )
})

test('an edit that takes nothing approved away is left alone', () => {
  const { edit, before } = emptied(null)
  expect(withKept(edit, 'recognition', before, [])).toBe(edit)
})
