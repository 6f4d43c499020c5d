import { expect, test } from 'vitest'
import {
  bearsFault,
  cellText,
  type GridColumn,
  gridColumns,
  isBlankRow,
  withCell,
} from '@/components/fields/grid-columns'
import { begun, continued, redone, settled, stepped, undone } from '@/components/fields/grid-history'
import { placeAfter } from '@/components/fields/grid-keys'
import { blockWords, cellsPasted, layBlock, refusedIn, rowsTaken, withTaken } from '@/components/fields/grid-paste'
import { emptyRecord } from '@/lib/catalogue'
import { codeLists } from '@/lib/catalogue/code-lists'
import { sectionSheet } from '@/lib/domain/form-spec'
import { judgeRows } from '@/lib/domain/judge-rows'

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

const columns = gridColumns(table.columns, 'TIN_HOC')
const rows = [
  { id: 'a', kind: 'TIN_HOC', training_institution: 'cũ', credential_no: '1' },
  { id: 'b', kind: 'CHUYEN_MON' },
]
const lay = (cells: string[][], column = 'training_period-to') =>
  layBlock(rows, { at: { row: 'a', column }, kind: 'TIN_HOC', columns, cells }, () => 'c')
const judge = (laid: ReturnType<typeof lay>) =>
  judgeRows({ section: 'training', table: 'trainings', rows: laid.rows.map(({ row }) => row), lists: codeLists })!
const take = (laid: ReturnType<typeof lay>) => withTaken(rows, rowsTaken(laid, judge(laid), 'trainings'))

test('pasted cells lie over the rows of their kind from the chosen cell on, and go on below in new rows', () => {
  const laid = lay([
    ['9/2015', 'Trung tâm A'],
    ['nay', 'Trung tâm B'],
  ])
  expect(laid).toMatchObject({ tooWide: 0, tooLong: 0 })
  expect(laid.rows).toMatchObject([
    {
      number: 1,
      before: rows[0],
      row: { training_period: { from: '', to: '9/2015' }, training_institution: 'Trung tâm A' },
    },
    { number: 2, before: null, row: { id: 'c', kind: 'TIN_HOC', training_institution: 'Trung tâm B' } },
  ])
})

test('what is taken is written as it will be kept: dates in full, codes for their labels', () => {
  const [entry] = codeLists('tin-hoc')
  const taken = take(lay([['5/9/2014', '9/2015', 'Trung tâm A']], 'training_period-from'))
  expect(taken[0]).toMatchObject({ training_period: { from: '05/09/2014', to: '09/2015' }, credential_no: '1' })
  const credential = columns.find(({ spec }) => spec.code === 'training_credential')!
  const coded = take(lay([[entry!.label]], credential.key))
  expect(coded[0]).toMatchObject({ training_credential: entry!.code })
})

test('a cell that is refused stays as it was, and says why; a new row of refused cells does not come', () => {
  const laid = lay(
    [
      ['04/2015', '13/2018', 'Trung tâm A'],
      ['13/2018', '13/2019'],
    ],
    'training_period-from',
  )
  const judged = judge(laid)
  expect(refusedIn(judged, 'trainings', 'a', column('training_period-to', 'TIN_HOC'))).toMatch(/Không có ngày này/)
  const taken = rowsTaken(laid, judged, 'trainings')
  expect(withTaken(rows, taken)).toEqual([{ ...rows[0], training_institution: 'Trung tâm A' }, rows[1]])
  expect(blockWords(laid, taken, judged, 'trainings')).toEqual([
    'Thay 1 ô đang có giá trị.',
    '4 ô không nhận được, lý do ghi dưới từng dòng; các ô đó giữ nguyên.',
  ])
})

test('a block larger than the table says what finds no place', () => {
  const wide = lay([columns.map(() => '1')], columns.at(-1)!.key)
  expect(wide).toMatchObject({ tooWide: columns.length - 1, tooLong: 0 })
  const long = lay(Array.from({ length: 230 }, () => ['2015']))
  // One row of 200 is of another kind.
  expect(long.rows).toHaveLength(199)
  expect(long.tooLong).toBe(31)
  const words = (laid: ReturnType<typeof lay>) => blockWords(laid, [], { rows: [], errors: {} }, 'trainings').join(' ')
  expect(words(wide)).toContain(`rộng hơn bảng ${columns.length - 1} cột`)
  expect(words(long)).toContain('tối đa 200 dòng; 31 dòng cuối')
})

const at = (row: string) => ({ row, column: 'x' })
const row = (id: string) => [{ id }]

test('fifty steps lead back and forth again, each to its cell', () => {
  let history = begun(row('0'))
  for (let step = 1; step <= 60; step++) history = stepped(history, row(String(step)), at(String(step)))
  for (let back = 60; back > 10; back--) {
    const gone = undone(history)!
    expect(gone).toMatchObject({ at: at(String(back)), history: { rows: row(String(back - 1)) } })
    history = gone.history
  }
  expect(undone(history)).toBeNull()
  for (let forth = 11; forth <= 60; forth++) history = redone(history)!.history
  expect(history.rows).toEqual(row('60'))
  expect(redone(history)).toBeNull()
})

test('typing in one visit is one step, a visit that changed nothing is none, and a new step ends the way forth', () => {
  const typed = continued(stepped(begun(row('a')), row('b'), at('1')), row('c'))
  expect(undone(typed)!.history.rows).toEqual(row('a'))
  const cancelled = continued(typed, row('a'))
  expect(settled(cancelled).past).toEqual([])
  expect(settled(typed)).toBe(typed)
  const other = stepped(undone(typed)!.history, row('d'), at('2'))
  expect(redone(other)).toBeNull()
})
