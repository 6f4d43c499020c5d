import fc from 'fast-check'
import { expect, test } from 'vitest'
import { columnName, harmless } from '@/lib/documents/xlsx/cells'
import { workbook } from '@/lib/documents/xlsx/workbook'
import { unzip } from './unzip'

const COLUMNS = [
  { label: 'Họ và tên', kind: 'text' },
  { label: 'Số CCCD', kind: 'identity' },
  { label: 'Năm sinh', kind: 'number' },
  { label: 'Ngày vào', kind: 'day' },
  { label: 'Cập nhật', kind: 'instant' },
] as const

const sheet = (rows: Parameters<typeof workbook>[0]['rows']) =>
  String(
    unzip(workbook({ columns: COLUMNS, rows, about: [['Người xuất', 'Lê Dũng']] })).get('xl/worksheets/sheet1.xml'),
  )

test('digits that are no number stay text, days and instants are dates, numbers are numbers', () => {
  const xml = sheet([['Nguyễn Thị Ẵm', '087085000001', 1985, '2012-09-01', new Date('2026-11-27T08:30:00+07:00')]])
  expect(xml).toContain('<c r="A2" s="2" t="inlineStr"><is><t xml:space="preserve">Nguyễn Thị Ẵm</t></is></c>')
  expect(xml).toContain('<c r="B2" s="2" t="inlineStr"><is><t xml:space="preserve">087085000001</t></is></c>')
  expect(xml).toContain('<c r="C2"><v>1985</v></c>')
  expect(xml).toContain('<c r="D2" s="3"><v>41153</v></c>')
  expect(xml).toMatch(/<c r="E2" s="4"><v>46353\.35416/)
})

test('a date known by half stays as it was said', () => {
  expect(sheet([[null, null, null, '1985-09', null]])).toContain('preserve">1985-09</t>')
})

test('nothing typed by anybody is a formula, here or after saving as CSV', () => {
  for (const typed of ['=1+1', '+84912', '-2', '@SUM(A1)', '\t=1', ' =cmd|x', '＝1']) {
    expect(harmless(typed)).toBe(`'${typed}`)
    expect(sheet([[typed, null, null, null, null]])).not.toMatch(/<f>|preserve">\s*[=+@＝-]/u)
  }
  expect(harmless('Nguyễn - Trần = 2')).toBe('Nguyễn - Trần = 2')
})

test('whatever is typed, the sheet is well formed and holds it', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (typed) => {
      const xml = sheet([[typed, null, null, null, null]])
      const text = /r="A2"[^>]*><is><t xml:space="preserve">([^<]*)</.exec(xml)?.[1] ?? ''
      expect(text.replace(/&(amp|lt|gt|quot);/g, '')).not.toMatch(/[<>&\0]/)
    }),
  )
})

test('columns are named as spreadsheets name them', () => {
  expect([0, 25, 26, 51, 52, 701, 702].map(columnName)).toEqual(['A', 'Z', 'AA', 'AZ', 'BA', 'ZZ', 'AAA'])
})
