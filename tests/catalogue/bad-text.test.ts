import { describe, expect, test } from 'vitest'
import { ALL_FIELDS, columnsOf, fieldNamed, fieldsOf, isTable, SECTION_IDS } from '@/lib/catalogue'
import { codeLists } from '@/lib/catalogue/code-lists'
import type { PlacedField } from '@/lib/catalogue/field'
import { tidy, tidyLines } from '@/lib/catalogue/typed'
import { judge, readAnswers } from '@/lib/domain/answers'
import { typedText } from '@/lib/domain/typed-text'

const BAD: [what: string, text: string, sentence: RegExp][] = [
  ['a NUL, which no database keeps', 'Nguyễn\u0000Văn', /ký tự điều khiển/],
  ['a bell', 'Nguyễn\u0007Văn', /ký tự điều khiển/],
  ['half a surrogate pair', 'Nguyễn\ud800Văn', /không đọc được/],
  ['a letter of an old font', 'Nguy\uf0a5n Văn', /không đọc được/],
  ['an emoji', 'Nguyễn Văn 😀', /biểu tượng cảm xúc/],
  ['a flag', 'Việt Nam 🇻🇳', /biểu tượng cảm xúc/],
  ['a right-to-left override', 'Nguyễn \u202eavnE', /đảo chiều/],
  ['a bidi isolate', 'Nguyễn \u2067Văn\u2069', /đảo chiều/],
  ['a script', 'Nguyễn <script>alert(1)</script>', /HTML/],
  ['a closing tag', 'Nguyễn</b>', /HTML/],
  ['an entity', 'Nguyễn&nbsp;Văn', /HTML/],
  ['accents piled up', 'Nguye\u0301\u0300\u0309\u0303\u0323n', /dấu chồng/],
]

const texts = ALL_FIELDS.filter(({ kind, derived }) => ['text', 'longText', 'address'].includes(kind) && !derived)
const typed = (field: PlacedField, text: string) => field.parse(text, codeLists)
const sentence = (field: PlacedField, text: string) => judge(field, typed(field, text), codeLists)

describe.each(BAD)('%s', (_, text, said) => {
  test.each(texts)('is refused in $section $code', (field) => {
    expect(sentence(field, text)).toMatch(said)
  })

  test('is refused in words typed outside the form', () => {
    expect(typedText(500).safeParse(text).error?.issues[0]?.message).toMatch(said)
  })
})

test.each(texts)('ten thousand characters are too many for $section $code', (field) => {
  const said = sentence(field, 'Nguyễn Văn '.repeat(910))
  expect(said).toMatch(field.pattern ? /\.$/ : new RegExp(`tối đa ${field.maxLength ?? '\\d+'} ký tự`))
})

test.each(ALL_FIELDS.filter(({ derived }) => !derived))(
  '$section $code answers nonsense with one short sentence',
  (field) => {
    const nonsense = '￾\u202e<b>😀\u0000'.repeat(2_000)
    const value = field.parse(nonsense, codeLists)
    const said = judge(field, value, codeLists)
    expect(said === null ? value : said).toSatisfy(
      (one) => one === null || /^[^<😀\p{Cc}\u202e]{10,200}\.$/u.test(String(one)),
    )
  },
)

test('letters and marks typed apart are put together, not refused', () => {
  const field = fieldNamed('identity', 'full_name') as PlacedField
  const apart = 'Nguyễn Thị Thùy Linh'.normalize('NFD')
  expect(typed(field, apart)).toBe('Nguyễn Thị Thùy Linh'.normalize('NFC'))
  expect(sentence(field, apart)).toBeNull()
})

test('what shows nothing is dropped: soft hyphens, joints, no-break spaces', () => {
  expect(tidy('\ufeffTrường\u00a0\u200bTHPT\u00ad Lai\u200d Vung ')).toBe('Trường THPT Lai Vung')
  expect(tidyLines('Một\u00a0\r\n\u200bhai')).toBe('Một\nhai')
})

test.each([
  'Nguyễn Thị Thùy Linh (đã mất năm 2001)',
  'Phòng A < 30 m²; lương > 5 triệu, 100 %',
  'H’Hen Niê, K’Brơi',
  'Nghiên cứu & phát triển – R&D; TOEIC 450/990',
  'Trường ĐH Sư phạm “Hà Nội” © 2020',
])('ordinary words are left alone: %s', (text) => {
  expect(sentence(fieldNamed('position', 'main_duty') as PlacedField, text)).toBeNull()
})

describe('numbers that are names', () => {
  const identity = (code: string) => fieldNamed('identity', code) as PlacedField

  test('a telephone may be typed with +84 and in groups', () => {
    for (const text of ['+84 912 345 678', '(+84)912345678', '0084912345678', '0912.345.678'])
      expect(typed(identity('phone'), text), text).toBe('0912345678')
    expect(sentence(identity('phone'), '912345678')).toContain('bắt đầu bằng 0')
  })

  test('codes may be typed in small letters', () => {
    expect(typed(identity('health_insurance_card_no'), 'hc4878721456789')).toBe('HC4878721456789')
    expect(typed(fieldNamed('salary', 'rank_code') as PlacedField, 'v.07.05.14')).toBe('V.07.05.14')
  })

  test('the old number of nine digits is sent to its own box, and the other way round', () => {
    expect(sentence(identity('citizen_id'), '341 234 567')).toContain('“Số CMND cũ”')
    expect(sentence(identity('old_identity_no'), '087188004321')).toContain('12 chữ số')
    expect(sentence(identity('old_identity_no'), '341234567')).toBeNull()
  })
})

describe('days nobody in service has', () => {
  const dated = SECTION_IDS.flatMap((section) =>
    fieldsOf(section).flatMap((field) => (isTable(field) ? columnsOf(field) : [field as PlacedField])),
  ).filter(({ kind }) => kind === 'date' || kind === 'partialDate')

  test.each(dated)('$section $code refuses a day before 1900', (field) => {
    expect(sentence(field, '31/12/1899')).toContain('1900')
    expect(sentence(field, '01/01/1900')).toBeNull()
  })

  test('periods are refused before 1900, reversed, and when the day does not exist', () => {
    const period = columnsOf(fieldsOf('work').find(isTable)!).find(({ code }) => code === 'work_period')!
    const said = (from: string, to: string) => judge(period, period.parse({ from, to }, codeLists), codeLists)
    expect(said('5/1850', '6/1900')).toContain('1900')
    expect(said('9/2018', '8/2018')).toBe('Đến phải sau Từ. Xem lại hai tháng này.')
    expect(said('13/2018', '')).toContain('Không có ngày này')
    expect(said('9/2018', '9/2018')).toBeNull()
  })
})

describe('a block pasted into a table', () => {
  const row = (id: string) => ({ id, work_unit: 'Trường THPT' })
  const read = (rows: unknown[]) => readAnswers('work', { workHistory: rows }, {}, codeLists)

  test('with more rows than the table takes is told so, and the first 200 are kept', () => {
    const { values, errors } = read(Array.from({ length: 203 }, (_, index) => row(`w${index}`)))
    expect(values.workHistory).toHaveLength(200)
    expect(errors.workHistory).toBe('Bảng này ghi tối đa 200 dòng. Chưa nhận 3 dòng cuối; xem lại phần dán vào.')
  })

  test('whose rows have no name of their own brings nothing in', () => {
    expect(read([row(''), row('a b'), row('\u0000'), row('x'.repeat(41)), row('w1')]).values.workHistory).toHaveLength(
      1,
    )
  })
})
