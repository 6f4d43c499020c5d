import { expect, test } from 'vitest'
import { codeLists } from '@/lib/catalogue/code-lists'
import { date, partialDate, partialDateRange } from '@/lib/catalogue/kinds/dates'
import { decimal, integer, money } from '@/lib/catalogue/kinds/numbers'
import { identity } from '@/lib/catalogue/sections/identity'

const spec = { no: null, label: '', item: '', whoMayEdit: 'self' as const, required: false, sensitive: false }

test.each([
  ['5/9/1985', '1985-09-05'],
  ['05091985', '1985-09-05'],
  ['05-09-1985', '1985-09-05'],
  ['9/1985', '1985-09'],
  ['091985', '1985-09'],
  ['1985', '1985'],
  ['1985-09-05', '1985-09-05'],
])('a date typed %s is read as %s, never padded', (typed, stored) => {
  expect(partialDate(spec).parse(typed, codeLists)).toBe(stored)
  expect(partialDate(spec).schema.safeParse(stored).success).toBe(true)
})

test.each(['31/02/2020', '13/2018', '00/1985', '5/9/85', 'hôm qua', '32/01/2020', '29/02/2023'])(
  'there is no day %s',
  (typed) => {
    expect(partialDate(spec).schema.safeParse(partialDate(spec).parse(typed, codeLists)).success).toBe(false)
  },
)

test.each(['5/9/85', '9/85', '05-09-85', '5.9.85'])('of which century %s is, is asked, not guessed', (typed) => {
  for (const kind of [date(spec), partialDate(spec)]) {
    const judged = kind.schema.safeParse(kind.parse(typed, codeLists))
    expect(judged.error?.issues.map(({ message }) => message)).toEqual(['Ghi đủ bốn số của năm, ví dụ 05/09/1985.'])
  }
})

test('a full date refuses a year alone', () => {
  expect(date(spec).schema.safeParse('1985').success).toBe(false)
})

test('a period is read from its two boxes and from one cell; “nay” and blank are until now', () => {
  const period = partialDateRange(spec)
  expect(period.parse({ from: '9/2016', to: 'nay' }, codeLists)).toEqual({ from: '2016-09', to: null })
  expect(period.parse('08/2014 – 12/2018', codeLists)).toEqual({ from: '2014-08', to: '2018-12' })
  expect(period.parse({ from: '', to: '' }, codeLists)).toBeNull()
  expect(period.schema.safeParse({ from: '2018-12', to: '2014' }).success).toBe(false)
})

test('numbers are typed the Vietnamese way', () => {
  expect(decimal(spec).parse('4,68', codeLists)).toBe('4.68')
  expect(decimal(spec).display('4.68', codeLists)).toBe('4,68')
  expect(money(spec).parse('12.500.000 đồng', codeLists)).toBe(12_500_000)
  expect(money(spec).display(7_500_000, codeLists)).toBe('7.500.000')
  expect(integer(spec).schema.safeParse(integer(spec).parse('ba', codeLists)).success).toBe(false)
})

test.each(['08718800432', '0871880043210', '08718800432a', '187188004321'])(
  'a citizen id of %s is refused in words',
  (typed) => {
    const field = identity.fields.citizen_id
    const judged = field.schema.safeParse(field.parse(typed, codeLists))
    expect(judged.error?.issues[0]?.message).toContain('12 chữ số')
  },
)

test('a citizen id may be typed in groups', () => {
  const field = identity.fields.citizen_id
  expect(field.parse('087 188 004 321', codeLists)).toBe('087188004321')
})
