import { expect, test } from 'vitest'
import { emptyRecord } from '@/lib/catalogue'
import { codeLists } from '@/lib/catalogue/code-lists'
import { editSection } from '@/lib/domain/record'
import { claimed, UNIQUE_NUMBERS, withoutTaken } from '@/lib/domain/unique-numbers'

const draft = emptyRecord()
draft.identity.citizen_id = '087085000001'
const typed = { citizen_id: '087085000002', phone: '0912345678' }
const edit = editSection({ draft, section: 'identity', typed, editor: 'self', lists: codeLists })

test('four numbers are nobody else’s: fields 3, 4, 13 and 16', () => {
  expect(UNIQUE_NUMBERS.map(({ no }) => no)).toEqual([3, 4, 13, 16])
})

test('of what was typed only such a number is looked up, and none that was cleared', () => {
  expect(claimed(edit.changes)).toEqual([{ section: 'identity', code: 'citizen_id', value: '087085000002' }])
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
  const { changes, section, errors } = withoutTaken(edit, draft.identity, ['citizen_id'])
  expect(changes.map(({ code }) => code)).toEqual(['phone'])
  expect(section).toMatchObject({ citizen_id: '087085000001', phone: '0912345678' })
  expect(errors.citizen_id).toMatch(/hồ sơ khác.+\.$/)
  expect(withoutTaken(edit, draft.identity, [])).toBe(edit)
})
