import { expect, test } from 'vitest'
import { sayOutlines } from '@/lib/domain/change-outline'

const NAMES = { names: true }
const change = (section: string, code: string, row: string | null = null) => ({ section, code, row })

test('fields are counted and named', () => {
  expect(sayOutlines([change('identity', 'phone'), change('identity', 'gender')], NAMES)).toEqual({
    figure: '2 trường',
    words: 'Số điện thoại liên hệ, Giới tính',
  })
})

test('rows of one table are counted and the table named once', () => {
  const said = sayOutlines([change('family', 'family', 'a'), change('family', 'family', 'b')], NAMES)
  expect(said.figure).toBe('2 dòng')
  expect(said.words).not.toContain(',')
})

test('of many, four are named', () => {
  const codes = ['phone', 'gender', 'ethnicity', 'religion', 'citizen_id', 'other_names']
  expect(
    sayOutlines(
      codes.map((code) => change('identity', code)),
      NAMES,
    ).words,
  ).toMatch(/ và 2 mục khác$/)
})

test('to who may not know, a sensitive field has no name', () => {
  const changes = [change('identity', 'religion'), change('identity', 'ethnicity'), change('identity', 'phone')]
  expect(sayOutlines(changes, { names: false })).toEqual({
    figure: '3 trường',
    words: 'mục nhạy cảm, Số điện thoại liên hệ',
  })
})

test('what an older form had is named by its code', () => {
  expect(sayOutlines([change('identity', 'gone')], NAMES).words).toBe('gone')
})
