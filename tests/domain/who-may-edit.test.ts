import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ALL_TABLES, columnsOf, emptyRecord, fieldsOf, isTable, SECTION_IDS, type SectionId } from '@/lib/catalogue'
import { codeLists } from '@/lib/catalogue/code-lists'
import { typedAnswer } from '@/lib/domain/form-spec'
import { type Editor, editSection } from '@/lib/domain/record'
import { Refusal } from '@/lib/domain/refusal'
import { anyAnswer, anyRows } from '../support/arbitrary'

const FIELDS = SECTION_IDS.flatMap((section) =>
  fieldsOf(section).map((field) => ({ section, field, code: field.code })),
)

const answerTo = (field: (typeof FIELDS)[number]['field']) =>
  fc.sample(isTable(field) ? anyRows(field) : anyAnswer(field), { seed: 20261122, numRuns: 1 })[0]

const type = (section: SectionId, code: string, typed: unknown, editor: Editor) =>
  editSection({ draft: emptyRecord(), section, typed: { [code]: typed }, editor, lists: codeLists })

const OWNERS: Record<string, Editor[]> = { self: ['self'], unit: ['unit'], both: ['self', 'unit'] }

describe.each(FIELDS)('$section $code', ({ section, field, code }) => {
  const owners = field.derived ? [] : (OWNERS[field.whoMayEdit] ?? [])
  const typed = typedAnswer(field, answerTo(field), codeLists)

  test.each(['self', 'unit'] as const)('typed by %s', (editor) => {
    const edit = () => type(section, code, field.kind === 'unit' ? answerTo(field) : typed, editor)
    if (owners.includes(editor))
      expect(edit()).toMatchObject({ errors: {}, changes: expect.arrayContaining([expect.objectContaining({ code })]) })
    else expect(edit).toThrow(Refusal)
  })
})

test('a table is written by whoever writes its columns', () => {
  const others = ALL_TABLES.flatMap((table) =>
    columnsOf(table).flatMap((column) =>
      column.whoMayEdit === table.whoMayEdit ? [] : `${table.code}.${column.code}`,
    ),
  )
  expect(others).toEqual([])
})
