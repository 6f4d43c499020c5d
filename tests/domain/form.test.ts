import fc from 'fast-check'
import { expect, test } from 'vitest'
import { emptyRecord, fieldsOf, SECTION_IDS } from '@/lib/catalogue'
import { codeLists } from '@/lib/catalogue/code-lists'
import { readAnswers } from '@/lib/domain/answers'
import { canonical } from '@/lib/domain/canonical'
import { formReply } from '@/lib/domain/form-reply'
import { sectionSheet, typedAnswer } from '@/lib/domain/form-spec'
import { isBlank, roughly } from '@/lib/domain/typed'
import { anyRecord } from '../support/arbitrary'

const today = '2026-11-27'
const sheet = (section: (typeof SECTION_IDS)[number], editor: 'self' | 'unit' | null) =>
  sectionSheet({ section, draft: emptyRecord(), approved: null, editor, lists: codeLists, today })

test('what stands in the form, saved untouched, is what was stored', () => {
  fc.assert(
    fc.property(anyRecord(), (record) => {
      for (const section of SECTION_IDS) {
        const stored = record[section] as Record<string, unknown>
        // What follows from the posting is shown and never typed.
        const fields = fieldsOf(section).filter((field) => !field.derived)
        const typed = Object.fromEntries(
          fields.map((field) => [field.code, typedAnswer(field, stored[field.code], codeLists)]),
        )
        const { values, errors } = readAnswers(section, typed, stored, codeLists)
        expect(errors).toEqual({})
        expect(canonical({ ...stored, ...values })).toBe(canonical(stored))
        expect(Object.keys(values)).toHaveLength(fields.length)
      }
    }),
    { numRuns: 25 },
  )
})

test('a field one may not write says why, and one may write the others', () => {
  const reasons = (editor: 'self' | 'unit' | null) =>
    new Set(SECTION_IDS.flatMap((section) => sheet(section, editor).fields.map(({ readOnly }) => readOnly)))
  expect(reasons('self')).toEqual(new Set([null, 'Đơn vị ghi', 'Theo hồ sơ tổ chức']))
  expect(reasons('unit')).toEqual(new Set([null, 'Người khai ghi', 'Theo hồ sơ tổ chức']))
  expect(reasons(null)).toEqual(new Set(['Chỉ đọc']))
})

test('the page is told every answer a condition looks at', () => {
  expect(Object.keys(sheet('identity', 'self').answers)).toEqual(
    expect.arrayContaining(['is_party_member', 'person_category']),
  )
})

test("somebody else's answers come back typed, for the control, and said, for the chooser", () => {
  const theirs = { full_name: 'Nguyễn Thị Tư', date_of_birth: '1985-09', unknown: 'x' }
  const details = { section: 'identity', by: 'Lê Văn Năm', at: '10:31', version: 4, theirs }
  const reply = formReply('identity', { ok: false, code: 'changedMeanwhile', message: '', details }, codeLists)
  expect(reply).toMatchObject({
    details: {
      by: 'Lê Văn Năm',
      answers: {
        full_name: { typed: 'Nguyễn Thị Tư', said: 'Nguyễn Thị Tư' },
        date_of_birth: { typed: '09/1985', said: '09/1985' },
      },
    },
  })
  expect(JSON.stringify(reply)).not.toContain('unknown')
})

test.each([
  ['', true],
  ['  ', true],
  [null, true],
  [[], true],
  [{ from: ' ', to: '' }, true],
  [{ text: '', code: null, listValidFrom: null }, true],
  [false, false],
  ['0', false],
  [{ from: '2010', to: '' }, false],
])('%j is blank: %s', (typed, blank) => {
  expect(isBlank(typed)).toBe(blank)
})

test('a period that lasts until now has no end', () => {
  expect(roughly({ from: '9/2010', to: 'Đến nay' })).toEqual({ from: '9/2010', to: null })
  expect(roughly({ from: '9/2010', to: '8/2015' })).toEqual({ from: '9/2010', to: '8/2015' })
})
