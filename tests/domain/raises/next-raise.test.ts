import fc from 'fast-check'
import { expect, test } from 'vitest'
import scale from '@/lib/catalogue/code-lists/bang-luong-204.json'
import disciplines from '@/lib/catalogue/code-lists/hinh-thuc-ky-luat.json'
import { delaysOf } from '@/lib/domain/raises/delays'
import { nextRaise, type PayFacts } from '@/lib/domain/raises/next-raise'
import { disciplineDelayOf, overScaleTermOf, termOf } from '@/lib/domain/raises/raise-rules'
import { explain, sayLevel } from '@/lib/domain/raises/raise-words'
import { noticeDayOf, retireOn } from '@/lib/domain/raises/retire-on'

const facts = (over: Partial<PayFacts> = {}): PayFacts => ({
  ...{ category: 'VIEN_CHUC', status: 'DANG_LAM_VIEC', rankCode: '01.003', step: 4, coefficient: '3.33' },
  ...{ since: '2024-03-01', overScale: null, overScaleSince: null, ratings: [], disciplines: [] },
  ...over,
})
const dueOf = (over: Partial<PayFacts>) => {
  const raise = nextRaise(facts(over))
  return 'none' in raise ? raise.none : raise.dueOn
}

test.each<[string, Partial<PayFacts>, string, string]>([
  ['Lê Văn Sáu', { step: 8, coefficient: '4.65' }, '2027-03-01', 'bậc 9, hệ số 4,98'],
  ['Thạch Thị Sô Phia', { rankCode: 'V.07.03.29', since: '2024-09-01' }, '2027-09-01', 'bậc 5, hệ số 3,66'],
  ['Trần Minh Khoa', { step: 3, coefficient: '3.00', since: '2024-05-01' }, '2027-05-01', 'bậc 4, hệ số 3,33'],
  [
    'Phạm Thị Hồng',
    { rankCode: '01.001', step: 2, coefficient: '6.56', since: '2025-01-01' },
    '2028-01-01',
    'bậc 3, hệ số 6,92',
  ],
  [
    'Nguyễn Thị Thùy Linh',
    { rankCode: 'V.07.05.14', step: 3, coefficient: '4.68', since: '2024-09-01' },
    '2027-09-01',
    'bậc 4, hệ số 5,02',
  ],
])('%s: the next step comes with the term of the group', (_, over, due, level) => {
  const raise = nextRaise(facts(over))
  expect(raise).toMatchObject({ kind: 'regular', dueOn: due })
  if (!('none' in raise)) expect(sayLevel(raise.to)).toBe(level)
})

test('over the scale: 5 percent after the term on the last step, one more each year', () => {
  const last = { step: 9, coefficient: '4.98', since: '2019-07-01' }
  expect(nextRaise(facts(last))).toMatchObject({ kind: 'overScale', dueOn: '2022-07-01', to: { overScale: 5 } })
  expect(nextRaise(facts({ ...last, overScale: 8, overScaleSince: '2025-07-01' }))).toMatchObject({
    ...{ kind: 'overScale', dueOn: '2026-07-01', to: { overScale: 9, step: 9 } },
  })
  expect(dueOf({ ...last, overScale: 8, overScaleSince: null })).toBe('incomplete')
})

test.each<[string, Partial<PayFacts>, string]>([
  ['khiển trách of a viên chức', { disciplines: [{ from: '2025-05', form: '01' }] }, '2027-06-01'],
  [
    'khiển trách of a công chức',
    { category: 'CONG_CHUC', disciplines: [{ from: '2025-05', form: '01' }] },
    '2027-09-01',
  ],
  ['a year without success', { ratings: [{ year: 2025, rating: '04' }] }, '2027-09-01'],
  ['both', { disciplines: [{ from: '2024-05', form: '01' }], ratings: [{ year: 2025, rating: '04' }] }, '2027-12-01'],
  ['before the step was held', { disciplines: [{ from: '2023-05', form: '03' }] }, '2027-03-01'],
  [
    'in the lengthened part',
    {
      disciplines: [
        { from: '2025-05', form: '02' },
        { from: '2027-05', form: '01' },
      ],
    },
    '2027-12-01',
  ],
  ['after the end', { disciplines: [{ from: '2027-04', form: '01' }] }, '2027-03-01'],
  ['of the Party', { disciplines: [{ from: '2025-05', form: 'D2' }] }, '2027-03-01'],
])('delays: %s', (_, over, due) => {
  expect(dueOf(over)).toBe(due)
})

test('for one and the same act only the discipline counts: the officer is told both days', () => {
  const raise = nextRaise(
    facts({ disciplines: [{ from: '2025-05-10', form: '01' }], ratings: [{ year: 2025, rating: '04' }] }),
  )
  expect(raise).toMatchObject({ dueOn: '2027-12-01', earliestOn: '2027-06-01' })
  if ('none' in raise) return
  const said = explain(raise, ({ code }) => `mã ${code}`)
  expect(said[0]).toContain('01/03/2027')
  expect(said.join(' ')).toContain('chỉ đến 01/06/2027')
})

test('nothing comes without a rank, on probation, off the scale, on the last step of the experts', () => {
  expect(dueOf({ rankCode: null })).toBe('noRank')
  expect(dueOf({ status: 'TAP_SU' })).toBe('probation')
  expect(dueOf({ coefficient: '3.34' })).toBe('offScale')
  expect(dueOf({ since: null })).toBe('incomplete')
  expect(dueOf({ rankCode: 'ZZ.1' })).toBe('unknownGroup')
})

test('what the scale says of terms and what the law of raises says agree', () => {
  for (const { code, monthsPerStep, overScaleGroup } of scale.items) {
    expect(termOf(code, '2026-11-27')?.months, code).toBe(monthsPerStep)
    expect(overScaleTermOf(code, '2026-11-27') === undefined, code).toBe(overScaleGroup === null)
  }
  for (const { code, raiseDelayMonths = {} } of disciplines.items)
    for (const [category, months] of Object.entries(raiseDelayMonths))
      expect(disciplineDelayOf(code, category, '2024-11-27')?.months, `${code} ${category}`).toBe(months)
})

test('a delay never brings a raise nearer, and each one found falls into the term', () => {
  const incident = fc.record({
    from: fc.integer({ min: 2018, max: 2030 }).map((year) => `${year}-06-15`),
    form: fc.constantFrom('01', '02', '03', 'D1'),
  })
  fc.assert(
    fc.property(fc.array(incident, { maxLength: 6 }), (some) => {
      const delays = delaysOf({ category: 'VIEN_CHUC', ratings: [], disciplines: some }, '2024-03-01', 36)
      expect(delays.every(({ on, months }) => on >= '2024-03-01' && months > 0)).toBe(true)
      const raise = nextRaise(facts({ disciplines: some }))
      if (!('none' in raise)) expect(raise.dueOn >= raise.baseOn && raise.earliestOn <= raise.dueOn).toBe(true)
    }),
  )
})

test.each([
  ['1966', '1', '2027-10-31'],
  ['1966-03-31', '1', '2027-12-31'],
  ['1966-04-01', '1', '2028-04-30'],
  ['1990-10-15', '2', '2050-10-31'],
  ['1971-09-20', '2', '2029-09-30'],
  ['1988-08-14', '2', '2048-08-31'],
])('born %s, gender %s: works until %s', (born, gender, last) => {
  expect(retireOn(born, gender)).toBe(last)
})

test('the notice of retirement stands six months before', () => {
  expect(noticeDayOf('2027-10-31')).toBe('2027-04-30')
  expect(retireOn(null, '1')).toBeNull()
})
