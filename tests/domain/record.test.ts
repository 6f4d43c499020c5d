import { describe, expect, test } from 'vitest'
import { emptyRecord } from '@/lib/catalogue'
import { codeLists } from '@/lib/catalogue/code-lists'
import { editSection, mayEdit, submission } from '@/lib/domain/record'
import { Refusal } from '@/lib/domain/refusal'
import { aCompleteDraft } from '../support/complete-draft'

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

describe('a submission', () => {
  const draft = aCompleteDraft({ fullName: 'Nguyễn Văn A', citizenId: '087085004321', unit: { code: 'a', name: 'A' } })
  const made = { draft, newest: null, approved: null, declared: true, findings: [], confirmed: [] }
  const finding = (severity: 'error' | 'warning') => ({
    rule: 'R1',
    severity,
    place: { section: 'identity' as const, code: 'phone' },
    sentence: 'x',
  })

  test('R64: needs every required answer, and the declaration', () => {
    expect(() => submission({ ...made, draft: emptyRecord() })).toThrow('recordIncomplete')
    expect(() => submission({ ...made, declared: false })).toThrow('declarationMissing')
    expect(submission(made).changes.length).toBeGreaterThan(20)
  })

  test('may not break a rule; a warning must be stood by, and that is kept', () => {
    expect(() => submission({ ...made, findings: [finding('error')], confirmed: ['R1/identity/phone'] })).toThrow(
      'rulesBroken',
    )
    expect(() => submission({ ...made, findings: [finding('warning')] })).toThrow('warningsUnconfirmed')
    const stoodBy = submission({
      ...made,
      findings: [finding('warning')],
      confirmed: ['R1/identity/phone', 'R9/other'],
    })
    expect(stoodBy.confirmed).toEqual(['R1/identity/phone'])
  })

  test('says something new', () => {
    expect(() => submission({ ...made, newest: draft })).toThrow('nothingToSubmit')
  })
})
