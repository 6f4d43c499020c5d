import fc from 'fast-check'
import { expect, test } from 'vitest'
import forms from '@/lib/catalogue/code-lists/bieu-mau-bao-cao.json'
import { readAsk } from '@/lib/domain/lists/list-spec'
import { REPORT_PEOPLE } from '@/lib/domain/lists/report-people-spec'
import { type Counts, crossChecks, staffForm, staffFormsOn, veiled, yearBefore } from '@/lib/domain/reports/staff-forms'

const BM01 = staffForm('bm01', '2026-11-27')!

test('BM01 has the columns of the circular, in its order; what is added stands after them', () => {
  const official = forms.items.find(({ code }) => code === 'BM01/BNV')?.columns ?? []
  const ours = BM01.columns.filter(({ extra }) => !extra)
  expect(ours.map(({ group, label }) => (group === '' ? label : `${group}: ${label}`))).toEqual(
    official
      .slice(1)
      .map((name) =>
        name.replace('Tổng số công chức hiện có', 'Tổng số hiện có').replace(/^Trên tuổi/, 'Tuổi: Trên tuổi'),
      ),
  )
  expect(BM01.columns.slice(ours.length).every(({ extra }) => extra)).toBe(true)
})

test('a form holds in its days only, and asks for the last day of the year before', () => {
  expect(staffFormsOn('2026-11-27').map(({ code }) => code)).toEqual(['bm01', 'bm02', 'vc-slcl', 'dt-0110', 'dt-0131'])
  expect(staffFormsOn('2012-01-01')).toEqual([])
  expect(staffForm('dt-0110', '2024-12-05')).toBeNull()
  expect(staffForm('bm99', '2026-11-27')).toBeNull()
  expect(yearBefore('2026-11-27')).toBe('2025-12-31')
})

test('cross checks: groups that hold everybody add up; parts of a column are not counted twice', () => {
  const counts: Counts = {
    people: 3,
    female: 1,
    'rank.cv': 2,
    'rank.none': 1,
    'qualification.university': 3,
    'age.to60': 3,
    'age.men': 2,
  }
  expect(crossChecks(BM01, counts)).toEqual([])
  expect(crossChecks(BM01, { ...counts, 'rank.none': 0 })).toEqual(['Ngạch: các cột cộng lại 2, tổng số 3.'])
  expect(crossChecks(BM01, { ...counts, female: 4 })).toEqual(['Số nữ lớn hơn tổng số.'])
})

test('of few people a sensitive figure is not said to who may not read it', () => {
  fc.assert(
    fc.property(fc.nat(20), fc.boolean(), fc.boolean(), (count, sensitive, mayRead) => {
      const said = veiled(count, sensitive, mayRead)
      expect(said === null).toBe(sensitive && !mayRead && count > 0 && count < 5)
    }),
  )
})

test('an address names a figure only by what the forms count', () => {
  const asked = readAsk(REPORT_PEOPLE, { form: 'bm01', column: 'female', on: '31/12/2025', own: '2' }).filters
  expect(asked).toEqual({ form: 'bm01', column: 'female', on: '2025-12-31' })
  expect(readAsk(REPORT_PEOPLE, { column: '1=1' }).filters).toEqual({})
})
