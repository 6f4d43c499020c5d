import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ALL_FIELDS, emptyRecord, fieldsOf, isTable, type RecordData, SECTION_IDS } from '@/lib/catalogue'
import { codeLists } from '@/lib/catalogue/code-lists'
import { readAnswers } from '@/lib/domain/answers'
import { sectionSheet } from '@/lib/domain/form-spec'
import { placeKey } from '@/lib/domain/option'
import { inPaperOrder } from '@/lib/domain/paper-order'
import { roughly, typedOf } from '@/lib/domain/typed'
import { anyAnswer } from '../support/arbitrary'

const TODAY = '2026-11-27'
const sheetOf = (
  section: (typeof SECTION_IDS)[number],
  editor: 'self' | 'unit' | null = 'self',
  draft = emptyRecord(),
  approved: RecordData | null = null,
) => sectionSheet({ section, draft, approved, editor, lists: codeLists, today: TODAY })

describe('the form in plain data', () => {
  test.each(SECTION_IDS)('%s crosses to the browser unharmed, and small', (section) => {
    const sheet = sheetOf(section)
    expect(JSON.parse(JSON.stringify(sheet))).toEqual(sheet)
    expect(sheet.fields.map(({ code }) => code)).toEqual(inPaperOrder(fieldsOf(section)).map(({ code }) => code))
    expect(JSON.stringify(sheet).length).toBeLessThan(60_000)
  })

  test('a list of many entries stays behind, but the answer keeps its words', () => {
    const draft = emptyRecord()
    draft.salary.rank = codeLists('ngach-cong-chuc + chuc-danh-nghe-nghiep')[0]?.code ?? null
    const field = sheetOf('salary', 'self', draft).fields.find(({ source }) => source?.from)
    expect(field?.source?.from).toMatch(/^\/api\/code-lists\/.+\?v=\w+$/)
    expect(field?.source?.options.length).toBeLessThanOrEqual(1)
  })

  test('old and new communes of one code are two options', () => {
    const draft = emptyRecord()
    const places = codeLists('don-vi-hanh-chinh')
    const twice = places.find((place) =>
      places.some((other) => other.code === place.code && other.validFrom !== place.validFrom),
    )
    expect(twice).toBeDefined()
    draft.identity.native_place = { text: 'Như giấy khai sinh', code: twice!.code, listValidFrom: twice!.validFrom }
    const field = sheetOf('identity', 'self', draft).fields.find(({ code }) => code === 'native_place')
    expect(field?.source?.options.map(({ value }) => value)).toEqual([placeKey(twice!.code, twice!.validFrom)])
  })

  test('the person types what is theirs, the unit what is its own, nobody what follows from the posting', () => {
    const reasons = (editor: 'self' | 'unit') =>
      Object.fromEntries(sheetOf('agency', editor).fields.map(({ code, readOnly }) => [code, readOnly]))
    expect(reasons('self')).toMatchObject({ person_category: 'Đơn vị ghi', employing_unit: 'Theo hồ sơ tổ chức' })
    expect(reasons('unit')).toMatchObject({ person_category: null, employing_unit: 'Theo hồ sơ tổ chức' })
    expect(sheetOf('health', 'unit').fields.every(({ readOnly }) => readOnly === 'Người khai ghi')).toBe(true)
  })

  test('conditions of other sections come along: the contract hangs on the category', () => {
    const draft = emptyRecord()
    draft.agency.person_category = 'VIEN_CHUC'
    expect(sheetOf('affiliation', 'self', draft).answers).toMatchObject({ person_category: 'VIEN_CHUC' })
  })
})

const scalars = ALL_FIELDS.filter(({ kind, derived }) => kind !== 'unit' && !derived)

test.each(scalars)('$section $code comes back from its control as it was', (field) => {
  fc.assert(
    fc.property(anyAnswer(field), (answer) => {
      expect(field.parse(typedOf(field, answer, codeLists), codeLists)).toEqual(answer)
    }),
    { numRuns: 30 },
  )
})

test('what a section shows, sent back untouched, changes nothing', () => {
  for (const section of SECTION_IDS) {
    const draft = emptyRecord()
    const { typed, fields } = sheetOf(section, 'self', draft)
    const own = Object.fromEntries(fields.filter(({ readOnly }) => !readOnly).map(({ code }) => [code, typed[code]]))
    const { values, errors } = readAnswers(section, own, draft[section], codeLists)
    expect(errors).toEqual({})
    for (const field of fieldsOf(section).filter((one) => !isTable(one))) expect(values[field.code] ?? null).toBeNull()
  }
})

test('for conditions “đến nay” is not yet an end', () => {
  expect(roughly({ from: '2020', to: 'nay' })).toEqual({ from: '2020', to: null })
  expect(roughly({ from: '2020', to: '' })).toEqual({ from: '2020', to: null })
  expect(roughly({ from: '2020', to: '2021' })).toEqual({ from: '2020', to: '2021' })
  expect(roughly('')).toBeNull()
})
