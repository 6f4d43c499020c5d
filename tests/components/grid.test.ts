import { expect, test } from 'vitest'
import {
  bearsFault,
  cellText,
  type GridColumn,
  gridColumns,
  isBlankRow,
  withCell,
} from '@/components/fields/grid-columns'
import { placeAfter } from '@/components/fields/grid-keys'
import { cellsPasted, pasteInto } from '@/components/fields/grid-paste'
import { emptyRecord } from '@/lib/catalogue'
import { codeLists } from '@/lib/catalogue/code-lists'
import { sectionSheet } from '@/lib/domain/form-spec'

const sheet = sectionSheet({
  section: 'training',
  draft: emptyRecord(),
  approved: null,
  editor: 'self',
  lists: codeLists,
  today: '2026-11-27',
})
const table = sheet.fields[0]!
const keys = (kind: string) => gridColumns(table.columns, kind).map(({ key }) => key)
const column = (key: string, kind = 'CHUYEN_MON') =>
  gridColumns(table.columns, kind).find((one) => one.key === key) as GridColumn

test('each kind of rows has its own columns, and a period takes two', () => {
  expect(keys('CHUYEN_MON')).toContain('training_major')
  expect(keys('TIN_HOC')).not.toContain('training_major')
  expect(keys('NGOAI_NGU_TIENG_DAN_TOC')).toContain('training_language')
  expect(keys('TIN_HOC').slice(0, 2)).toEqual(['training_period-from', 'training_period-to'])
})

test('a cell of a period writes its half', () => {
  const row = withCell({ id: 'a' }, column('training_period-to'), 'nay')
  expect(row).toEqual({ id: 'a', training_period: { from: '', to: 'nay' } })
  expect(cellText(column('training_period-to'), row)).toBe('nay')
  expect(isBlankRow({ id: 'a', kind: 'TIN_HOC', training_period: { from: ' ', to: '' }, credential_no: '' })).toBe(true)
  expect(isBlankRow(row)).toBe(false)
})

test('a wrong period is marked at the half that is wrong', () => {
  const [from, to] = [column('training_period-from'), column('training_period-to')]
  const badStart = { id: 'a', training_period: { from: '13/2018', to: '2019' } }
  const badEnd = { id: 'a', training_period: { from: '04/2015', to: '13/2018' } }
  expect([bearsFault(from, badStart), bearsFault(to, badStart)]).toEqual([true, false])
  expect([bearsFault(from, badEnd), bearsFault(to, badEnd)]).toEqual([false, true])
})

test('a code is read by its label, from the list of the row’s kind', () => {
  const [entry] = codeLists('tin-hoc')
  const row = { id: 'a', kind: 'TIN_HOC', training_credential: entry!.code }
  expect(cellText(column('training_credential', 'TIN_HOC'), row)).toBe(entry!.label)
})

const [ROWS, COLUMNS] = [
  ['a', 'b'],
  ['x', 'y'],
]
const from = (row: string, col: string) => ({ row, column: col })

test.each([
  ['next', from('a', 'y'), from('b', 'x')],
  ['previous', from('b', 'x'), from('a', 'y')],
  ['next', from('b', 'y'), null],
  ['down', from('b', 'x'), null],
  ['up', from('b', 'y'), from('a', 'y')],
  ['right', from('a', 'y'), null],
  ['left', from('a', 'y'), from('a', 'x')],
] as const)('%s of %j is %j', (move, place, wanted) => {
  expect(placeAfter(move, place, ROWS!, COLUMNS!)).toEqual(wanted)
})

test('cells of a spreadsheet are read by line and tab; plain words are not cells', () => {
  expect(cellsPasted('Trường THPT Bình Hàng')).toBeNull()
  expect(cellsPasted('09/2010\t08/2014\r\n09/2014\tnay\r\n')).toEqual([
    ['09/2010', '08/2014'],
    ['09/2014', 'nay'],
  ])
  expect(cellsPasted('a\t"hai\ndòng ""x"""\n\tc')).toEqual([
    ['a', 'hai\ndòng "x"'],
    ['', 'c'],
  ])
})

test('pasted cells lie over the rows of their kind from the chosen cell on, and go on below in new rows', () => {
  const columns = gridColumns(table.columns, 'TIN_HOC')
  const rows = [
    { id: 'a', kind: 'TIN_HOC', training_institution: 'cũ', credential_no: '1' },
    { id: 'b', kind: 'CHUYEN_MON' },
  ]
  const at = { row: 'a', column: 'training_period-to' }
  const cells = [
    ['2015', 'Trung tâm A'],
    ['nay', 'Trung tâm B'],
  ]
  expect(pasteInto(rows, { at, kind: 'TIN_HOC', columns, cells, newId: () => 'c' })).toEqual([
    {
      id: 'a',
      kind: 'TIN_HOC',
      training_period: { from: '', to: '2015' },
      training_institution: 'Trung tâm A',
      credential_no: '1',
    },
    { id: 'b', kind: 'CHUYEN_MON' },
    { id: 'c', kind: 'TIN_HOC', training_period: { from: '', to: 'nay' }, training_institution: 'Trung tâm B' },
  ])
})
