import { expect, test } from 'vitest'
import { emptyRecord } from '@/lib/catalogue'
import { codeLists } from '@/lib/catalogue/code-lists'
import { editSection, mayEdit, submission } from '@/lib/domain/record'
import { Refusal } from '@/lib/domain/refusal'

const edit = (typed: Record<string, unknown>, editor: 'self' | 'unit' = 'self', draft = emptyRecord()) =>
  editSection({ draft, section: 'identity', typed, editor, lists: codeLists })

test('good answers are kept and bad ones named, in one go', () => {
  const { section, errors } = edit({ phone: '0912 345 678', citizen_id_issued_on: '31/02/2021', ethnicity: 'Kinh' })
  expect(section.phone).toBe('0912345678')
  expect(section.ethnicity).toBe('01')
  expect(errors).toEqual({ citizen_id_issued_on: expect.stringContaining('Không có ngày này') })
})

test('a code outside its list is refused', () => {
  expect(edit({ ethnicity: 'ZZ' }).errors.ethnicity).toContain('không có trong danh mục')
})

test('the person does not type what the unit owns, nor the unit what the person owns', () => {
  const agency = (editor: 'self' | 'unit') =>
    editSection({
      draft: emptyRecord(),
      section: 'agency',
      typed: { staff_number: 'DT-001' },
      editor,
      lists: codeLists,
    })
  expect(() => agency('self')).toThrow(Refusal)
  expect(agency('unit').changes).toHaveLength(1)
  expect(() => edit({ phone: '0912345678' }, 'unit')).toThrow(Refusal)
})

test('what follows from the posting is nobody’s to type', () => {
  expect(mayEdit({ whoMayEdit: 'unit', derived: true }, 'unit')).toBe(false)
})

test('one bad cell keeps the row and what the cell held', () => {
  const draft = emptyRecord()
  draft.work.workHistory = [
    {
      id: 'r1',
      work_period: { from: '2010', to: null },
      work_unit: 'A',
      work_position: 'B',
      decision_no: null,
      decision_date: null,
    },
  ]
  const typed = {
    workHistory: [{ id: 'r1', work_period: { from: '13/2018', to: '' }, work_unit: 'C', work_position: 'B' }],
  }
  const { section, errors } = editSection({ draft, section: 'work', typed, editor: 'self', lists: codeLists })
  expect(errors['workHistory.r1.work_period']).toBeDefined()
  expect(section.workHistory).toMatchObject([{ work_period: { from: '2010', to: null }, work_unit: 'C' }])
})

test('a submission needs the declaration and every required answer', () => {
  const draft = emptyRecord()
  expect(() => submission({ draft, newest: null, approved: null, declared: false })).toThrow('declarationMissing')
  expect(() => submission({ draft, newest: null, approved: null, declared: true })).toThrow('recordIncomplete')
})
