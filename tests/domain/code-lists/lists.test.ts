import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type CodeEntry, codeOf, isInForceOn, successorOf } from '@/lib/catalogue/code-list'
import { codeLists, listsWith, partsOf, SINGLE_LISTS } from '@/lib/catalogue/code-lists'
import { choice } from '@/lib/catalogue/kinds/choices'
import { changedLists, entryOfRow, rowOfEntry } from '@/lib/domain/code-lists/changed-lists'
import { compareList } from '@/lib/domain/code-lists/compare-list'
import { editEntry } from '@/lib/domain/code-lists/edit-entry'
import { FIXED_LISTS, KNOWN_OF_SHIPPED } from '@/lib/domain/code-lists/fixed-lists'
import { sayDifference, sayEdit, sayEntryChange } from '@/lib/domain/code-lists/list-words'
import { readListLines } from '@/lib/domain/code-lists/read-lines'
import { undoneEntries } from '@/lib/domain/code-lists/undo-version'
import { usagePlaces } from '@/lib/domain/code-lists/usage-places'
import { offer } from '@/lib/domain/option'

const TODAY = '2026-11-27'
const entry = (code: string, more: Partial<CodeEntry> = {}): CodeEntry => ({
  ...{ code, label: `Giá trị ${code}`, validFrom: null, validUntil: null, group: null, note: null },
  ...more,
})
const LIST = [entry('01'), entry('02'), entry('03', { validUntil: '2020-08-19' })]
const refusedAt = (act: () => unknown) => {
  try {
    act()
  } catch (error) {
    return Object.keys((error as { fields: object }).fields)
  }
  return null
}

describe('one entry', () => {
  test('a new one holds from its day and is not offered before', () => {
    const edit = { kind: 'add', code: '04', label: 'Mới', validFrom: '2027-01-01', group: null, note: null } as const
    const added = editEntry(LIST, edit, TODAY)
    expect([isInForceOn(added, TODAY), isInForceOn(added, '2027-01-01')]).toEqual([false, true])
    expect(offer([...LIST, added], TODAY).map(({ code }) => code)).not.toContain('04')
    expect(offer([...LIST, added], '2027-01-01').map(({ code }) => code)).toContain('04')
  })

  test.each([
    ['code', { kind: 'add', code: '01', label: 'Khác', validFrom: TODAY, group: null, note: null }],
    ['label', { kind: 'add', code: '09', label: 'gia tri 01', validFrom: TODAY, group: null, note: null }],
    ['validUntil', { kind: 'close', code: '03', validUntil: '2021-01-01', successor: null }],
    ['successor', { kind: 'close', code: '01', validUntil: TODAY, successor: '01' }],
    ['successor', { kind: 'close', code: '01', validUntil: TODAY, successor: '03' }],
    ['successor', { kind: 'succeed', code: '01', successor: '02' }],
    ['label', { kind: 'rename', code: '01', label: 'Giá trị 01' }],
  ] as const)('an edit that cannot stand is refused at %s', (field, edit) => {
    expect(refusedAt(() => editEntry(LIST, edit, TODAY))).toEqual([field])
  })

  test('a list divided into groups asks for the group of a new value', () => {
    const grouped = [entry('01', { group: 'A' })]
    const edit = { kind: 'add', code: '02', label: 'Mới', validFrom: TODAY, note: null } as const
    expect(refusedAt(() => editEntry(grouped, { ...edit, group: null }, TODAY))).toEqual(['group'])
    expect(editEntry(grouped, { ...edit, group: 'A' }, TODAY).group).toBe('A')
  })

  test('closed, it leads to what took its place, over several steps; who types the old name still finds the new', () => {
    const first = editEntry(LIST, { kind: 'close', code: '01', validUntil: '2026-06-30', successor: '02' }, TODAY)
    const after = [first, entry('02', { validUntil: '2026-09-30', successor: '04' }), entry('04')]
    expect(successorOf(after, '01', '2026-08-01')?.code).toBe('02')
    expect(successorOf(after, '01', TODAY)?.code).toBe('04')
    const renamed = editEntry(LIST, { kind: 'rename', code: '02', label: 'Tên mới' }, TODAY)
    expect(renamed).toMatchObject({ label: 'Tên mới', note: 'trước đây: Giá trị 02' })
  })

  test('successors in a ring lead nowhere, and end', () => {
    const ring = [
      entry('01', { validUntil: '2020-01-01', successor: '02' }),
      entry('02', { validUntil: '2020-01-01', successor: '01' }),
    ]
    expect(successorOf(ring, '01', TODAY)).toBeNull()
  })

  test('a withdrawn one keeps its words, but is neither offered nor taken', () => {
    const lists = () => [...LIST, entry('04', { withdrawn: true })]
    const field = choice({
      no: null,
      label: '',
      item: '',
      whoMayEdit: 'both',
      required: false,
      sensitive: false,
      codeList: 'x',
    })
    expect(field.display('04', lists)).toBe('Giá trị 04')
    expect(field.inList?.('04', lists)).toContain('không có trong danh mục')
    expect(codeOf(lists, 'x', 'Giá trị 04')).toBe('Giá trị 04')
    expect(offer(lists(), TODAY).map(({ code }) => code)).not.toContain('04')
    expect(offer(lists(), TODAY, false, new Set(['04'])).map(({ code }) => code)).toContain('04')
  })
})

describe('a list over the shipped one', () => {
  test('changed entries stand in their place, new ones after them; unions see both', () => {
    const list = 'ngach-cong-chuc'
    const shipped = codeLists(list)
    const rows = [
      { ...rowOfEntry({ ...entry('01.002'), label: 'Chuyên viên chính mới' }), list, basis: 'TT 1' },
      { ...rowOfEntry(entry('99.001')), list, basis: 'TT 1' },
    ]
    const lists = listsWith(changedLists(rows))
    expect(lists(list).map(({ code }) => code)).toEqual([...shipped.map(({ code }) => code), '99.001'])
    expect(lists(list)[1]).toMatchObject({ label: 'Chuyên viên chính mới', basis: 'TT 1' })
    expect(lists('ngach-cong-chuc + chuc-danh-nghe-nghiep').some(({ code }) => code === '99.001')).toBe(true)
    expect(codeLists(list).some(({ code }) => code === '99.001')).toBe(false)
    expect(partsOf('don-vi-hanh-chinh')).toHaveLength(3)
  })

  test('a row and an entry say the same', () => {
    const full = entry('01', { successor: '02', withdrawn: true, basis: 'TT 1' })
    expect(entryOfRow(rowOfEntry(full), 'TT 1')).toEqual(full)
  })

  test('lists that may not be changed, and those rules know of, are lists', () => {
    expect(
      [...Object.keys(FIXED_LISTS), ...Object.keys(KNOWN_OF_SHIPPED)].filter((one) => !SINGLE_LISTS.includes(one)),
    ).toEqual([])
  })

  test('every list of the form names the fields that take it', () => {
    expect(usagePlaces('dan-toc')).toEqual([
      expect.objectContaining({ section: 'identity', table: null, several: false, kinds: null }),
    ])
    expect(usagePlaces('hinh-thuc-ky-luat').every(({ table }) => table !== null)).toBe(true)
    expect(usagePlaces('ngach-cong-chuc').length).toBe(usagePlaces('chuc-danh-nghe-nghiep').length)
  })
})

describe('a file of a list', () => {
  const rows = (...lines: string[][]) => [['BỘ NỘI VỤ'], [], ['Mã số', 'TÊN GỌI', 'Mã mới', 'Đến ngày'], ...lines]

  test('titles may stand above the heads; heads are found without accents and case', () => {
    const { lines, columns, faults } = readListLines(
      rows(['01', 'Một', '', ''], ['', '', '', ''], ['02', 'Hai', '', '30/6/2026']),
    )
    expect(faults).toEqual([])
    expect([...columns].sort()).toEqual(['code', 'label', 'successor', 'validUntil'])
    expect(lines.map(({ line, code, validUntil }) => [line, code, validUntil])).toEqual([
      [4, '01', null],
      [6, '02', '2026-06-30'],
    ])
  })

  test('what is wrong is said by line: no code, no name, a code twice, no day', () => {
    const { faults } = readListLines(
      rows(['', 'Một', '', ''], ['01', '', '', ''], ['02', 'Hai', '', '31/02/2026'], ['02', 'Ba', '', '']),
    )
    expect(faults.map(({ line, column }) => [line, column])).toEqual([
      [4, 'Mã'],
      [5, 'Tên'],
      [6, 'Đến hết ngày'],
      [7, 'Mã'],
    ])
    expect(readListLines([['a', 'b']]).faults).toHaveLength(1)
  })

  const file = (...lines: string[][]) => readListLines([['Mã', 'Tên'], ...lines])

  test('added, changed and closed are told apart; what a part does not name stays, what a whole does not name is closed', () => {
    const part = compareList({
      entries: LIST,
      file: file(['02', 'Tên mới'], ['04', 'Thêm']),
      from: '2027-01-01',
      whole: false,
    })
    expect(part.added).toEqual([entry('04', { label: 'Thêm', validFrom: '2027-01-01' })])
    expect(part.changed.map(({ after }) => after.label)).toEqual(['Tên mới'])
    expect([part.closed, part.same]).toEqual([[], 2])
    const whole = compareList({ entries: LIST, file: file(['02', 'Giá trị 02']), from: '2027-01-01', whole: true })
    expect(whole.closed.map(({ after }) => [after.code, after.validUntil])).toEqual([['01', '2026-12-31']])
    expect(sayDifference(part)).toBe('thêm 1, sửa 1')
  })

  test('named again, a closed one is in force again; zeros a spreadsheet ate are read', () => {
    const found = compareList({
      entries: LIST,
      file: file(['1', 'Giá trị 01'], ['3', 'Giá trị 03']),
      from: '2027-01-01',
      whole: false,
    })
    expect([found.padded, found.added]).toEqual([2, []])
    expect(found.changed.map(({ after }) => [after.code, after.validUntil])).toEqual([['03', null]])
    expect(sayEntryChange(found.changed[0]!.before, found.changed[0]!.after)).toBe('dùng lại, không còn ngày kết thúc')
  })

  test('a successor that is none is a fault of its line', () => {
    const heads = [['Mã', 'Tên', 'Đến ngày', 'Mã thay thế']]
    const faulty = readListLines([...heads, ['01', 'Một', '30/06/2026', '77'], ['02', 'Hai', '', '01']])
    expect(
      compareList({ entries: LIST, file: faulty, from: TODAY, whole: false }).faults.map(({ line }) => line),
    ).toEqual([2, 3])
  })

  test('a file of the list itself changes nothing, whatever the list', () => {
    fc.assert(
      fc.property(fc.constantFrom(...SINGLE_LISTS.filter((one) => FIXED_LISTS[one] === undefined)), (list) => {
        const entries = codeLists(list)
        const heads = ['Mã', 'Tên', 'Hiệu lực từ ngày', 'Đến hết ngày', 'Nhóm', 'Ghi chú']
        const lines = entries.map((one) =>
          [one.code, one.label, one.validFrom, one.validUntil, one.group, one.note].map((text) => text ?? ''),
        )
        const found = compareList({ entries, file: readListLines([heads, ...lines]), from: TODAY, whole: true })
        expect({ ...found, same: 0 }).toEqual({ added: [], changed: [], closed: [], same: 0, padded: 0, faults: [] })
      }),
    )
  })
})

test('a version is taken back: as it was, closed where used, withdrawn where not', () => {
  const entries = [entry('01', { label: 'Khác' }), entry('08'), entry('09')]
  const before = new Map([['01', entry('01')]])
  expect(undoneEntries({ entries, before, used: new Set(['08']), today: TODAY })).toEqual([
    entry('01'),
    entry('08', { validUntil: '2026-11-26' }),
    entry('09', { withdrawn: true }),
  ])
})

test('what was done is said', () => {
  expect(sayEdit({ kind: 'close', code: '01', validUntil: '2026-06-30', successor: '02' }, entry('01'))).toBe(
    'đóng 01 “Giá trị 01” sau ngày 30/06/2026, thay bằng 02',
  )
})
