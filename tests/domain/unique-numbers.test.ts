import { expect, test } from 'vitest'
import { emptyRecord, fieldNamed } from '@/lib/catalogue'
import { codeLists } from '@/lib/catalogue/code-lists'
import { GROUNDS } from '@/lib/domain/quality/duplicate-words'
import { editSection } from '@/lib/domain/record'
import {
  claimed,
  GROUND_OF_NUMBER,
  numberFindings,
  numbersOf,
  UNIQUE_NUMBERS,
  withoutTaken,
} from '@/lib/domain/unique-numbers'

const CITIZEN_ID = { section: 'identity', code: 'citizen_id', whoMayEdit: 'self' } as const
const draft = emptyRecord()
draft.identity.citizen_id = '087085000001'
const typed = { citizen_id: '087085000002', phone: '0912345678' }
const edit = editSection({ draft, section: 'identity', typed, editor: 'self', lists: codeLists })

test('four numbers are nobody else’s: fields 3, 4, 13 and 16', () => {
  expect(UNIQUE_NUMBERS.map(({ section, code }) => fieldNamed(section, code)?.no)).toEqual([3, 4, 13, 16])
  expect(UNIQUE_NUMBERS.map(({ code }) => GROUND_OF_NUMBER[code]).every((ground) => ground && ground in GROUNDS)).toBe(
    true,
  )
})

test('of what was typed only such a number is looked up, and none that was cleared', () => {
  expect(claimed(edit.changes)).toEqual([{ ...CITIZEN_ID, value: '087085000002' }])
  expect(numbersOf(draft)).toEqual([{ ...CITIZEN_ID, value: '087085000001' }])
  const cleared = editSection({
    draft,
    section: 'identity',
    typed: { citizen_id: '' },
    editor: 'self',
    lists: codeLists,
  })
  expect(claimed(cleared.changes)).toEqual([])
})

test('a number that is taken stays as it was, with a sentence; the rest of the edit stands', () => {
  const { changes, section, errors } = withoutTaken(edit, draft.identity, [{ ...CITIZEN_ID, by: 'settled' }])
  expect(changes.map(({ code }) => code)).toEqual(['phone'])
  expect(section).toMatchObject({ citizen_id: '087085000001', phone: '0912345678' })
  expect(errors.citizen_id).toMatch(/hồ sơ khác.+\.$/)
  expect(withoutTaken(edit, draft.identity, [])).toBe(edit)
})

test('a number that only stands in another working copy is kept: it is named, and stood by when sending', () => {
  const held = { ...CITIZEN_ID, by: 'typed' } as const
  expect(withoutTaken(edit, draft.identity, [held])).toBe(edit)
  expect(numberFindings([held, { ...held, by: 'settled' }]).map(({ severity }) => severity)).toEqual([
    'warning',
    'error',
  ])
})
