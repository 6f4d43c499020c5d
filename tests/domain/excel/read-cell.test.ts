import { expect, test } from 'vitest'
import { codeLists } from '@/lib/catalogue/code-lists'
import { fieldOfKey } from '@/lib/domain/excel/columns'
import { fromOldFont } from '@/lib/domain/excel/old-fonts'
import { REPAIRS, type Repair, readCell } from '@/lib/domain/excel/read-cell'
import type { SheetCell } from '@/lib/domain/excel/sheet-cell'

const read = (key: string, cell: SheetCell, agreed: readonly Repair[] = REPAIRS, words = new Map<string, string>()) =>
  readCell(fieldOfKey(key)!, cell, { lists: codeLists, agreed: new Set(agreed), words })
const number = (text: string) => ({ as: 'number', text }) as const

test.each([
  ['identity.citizen_id', number('87085000001'), '087085000001', 'leadingZero'],
  ['identity.phone', number('912345678'), '0912345678', 'leadingZero'],
  ['identity.citizen_id_issued_on', number('44197'), '2021-01-01', 'serialDay'],
  ['identity.full_name', 'NguyÔn V¨n An', 'Nguyễn Văn An', 'tcvn3'],
  ['identity.full_name', 'Nguyeãn Vaên AÙnh', 'Nguyễn Văn Ánh', 'vni'],
  ['identity.full_name', 'Lê Ẵm'.normalize('NFD'), 'Lê Ẵm', 'composed'],
] as const)('%s %j is offered for repair, and mended only once agreed to', (key, cell, value, repair) => {
  expect(read(key, cell, [])).toMatchObject({ is: 'repair', repair })
  expect(read(key, cell)).toMatchObject({ is: 'value', value, repaired: repair })
})

test('days as spreadsheets keep them, as people type them, and known by half', () => {
  expect(read('identity.date_of_birth', { as: 'day', text: '1985-09-05' }, [])).toMatchObject({ value: '1985-09-05' })
  expect(read('identity.date_of_birth', { as: 'day', text: '1985-09' }, [])).toMatchObject({ value: '1985-09' })
  expect(read('identity.date_of_birth', number('1985'), [])).toMatchObject({ value: '1985' })
  expect(read('identity.date_of_birth', '5.9.1985', [])).toMatchObject({ value: '1985-09-05' })
  expect(read('identity.date_of_birth', '30/02/1985', [])).toMatchObject({ is: 'refused' })
})

test('a word of no list waits in its own words; explained once, it is the code', () => {
  expect(read('identity.ethnicity', 'Dân tộc lạ')).toEqual({ is: 'unmatched', list: 'dan-toc', text: 'Dân tộc lạ' })
  expect(read('identity.ethnicity', 'DAN TOC LA', [], new Map([['dan-toc|dan toc la', '02']]))).toMatchObject({
    value: '02',
  })
  expect(read('identity.gender', 'NU')).toMatchObject({ is: 'value' })
  expect(read('agency.managed_by_standing_committee', 'x')).toMatchObject({ value: true })
})

test('formulas that failed are told; the apostrophe before what looks like one goes; “(xóa)” empties', () => {
  expect(read('identity.full_name', { as: 'error', text: '#REF!' })).toMatchObject({ is: 'refused' })
  expect(read('affiliation.contract_no', "'-12/HĐ")).toMatchObject({ value: '-12/HĐ' })
  expect(read('affiliation.contract_no', '(xóa)')).toEqual({ is: 'clear' })
})

test('what is Vietnamese, or of another people, is left as it is', () => {
  for (const name of ['Nguyễn Thị Hoà', 'Y Bih Êban', 'K’Brôi', 'Lò Văn Ún', 'Đào Hồng Đăng', 'Thạch Sô Phia']) {
    expect(fromOldFont(name)).toBeNull()
  }
})
