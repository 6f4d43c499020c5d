import { expect, test } from 'vitest'
import { emptyRecord, type RecordData } from '@/lib/catalogue'
import { readAsk } from '@/lib/domain/lists/list-spec'
import { RAISE_LIST } from '@/lib/domain/lists/raise-list-spec'
import { againstRaise, meritQuota } from '@/lib/domain/raises/judge-raise'
import { type NextRaise, nextRaise } from '@/lib/domain/raises/next-raise'
import { placeRaise } from '@/lib/domain/raises/place-raise'
import { type GivenRaise, raised, standsAt } from '@/lib/domain/raises/raised'
import { aCompleteDraft } from '../../support/complete-draft'

const PERSON = {
  fullName: 'Nguyễn Văn Ẵm',
  citizenId: '087085000001',
  unit: { id: crypto.randomUUID(), name: 'Trường' },
}
const record = (): RecordData => aCompleteDraft(PERSON as never)
const GIVEN: GivenRaise = {
  ...{
    kind: 'regular',
    rankCode: 'V.07.05.15',
    effectiveOn: '2026-09-01',
    documentNo: '12/QĐ',
    decidedOn: '2026-08-20',
  },
  from: { step: 4, coefficient: '3.33', overScale: 0 },
  to: { step: 5, coefficient: '3.66', overScale: 0 },
}

test('a raise is a new step in item 30.1 and a new line in the history of pay', () => {
  const after = raised(record(), GIVEN, 'new')
  expect(after.salary).toMatchObject({ salary_step: 5, salary_coefficient: '3.66', salary_effective_on: '2026-09-01' })
  expect(after.economy.salaryHistory).toMatchObject([
    { salary_history_period: { from: '2024-09', to: '2026-09' } },
    { id: 'new', salary_history_period: { from: '2026-09', to: null }, salary_history_step: 5, decision_no: '12/QĐ' },
  ])
  expect(standsAt(after, GIVEN)).toBe(false)
})

test('a percent over the scale leaves the step and the history as they are', () => {
  const last = { step: 9, coefficient: '4.98', overScale: 0 }
  const after = raised(record(), { ...GIVEN, from: last, to: { ...last, overScale: 5 } }, 'new')
  expect(after.salary).toMatchObject({ over_scale_percent: 5, over_scale_effective_on: '2026-09-01', salary_step: 4 })
  expect(after.economy.salaryHistory).toHaveLength(1)
})

test('a version of its own where nothing is under way; otherwise the working copy alone; nothing where the pay is another', () => {
  const [draft, approved] = [record(), record()]
  const place = (over: Partial<Parameters<typeof placeRaise>[0]>) =>
    placeRaise({ draft, approved, newest: 'approved', confirmed: [], ...over }, GIVEN, 'new', () => [])
  const typed = structuredClone(draft)
  typed.identity.phone = '0999999999'
  const placed = place({ draft: typed })
  expect(placed.state).toBe('checked')
  if (placed.state === 'checked') {
    expect(placed.version.identity.phone).toBe(approved.identity.phone)
    expect(placed.draft.identity.phone).toBe('0999999999')
  }
  for (const newest of ['submitted', 'returned', 'checked', 'frozen'] as const)
    expect(place({ newest }).state).toBe('draft')
  expect(place({ approved: null, newest: null }).state).toBe('draft')
  expect(place({ draft: emptyRecord() }).state).toBe('missed')
})

test('a rule newly broken sends the raise through the person', () => {
  const finding = {
    rule: 'X',
    severity: 'warning' as const,
    place: { section: 'salary' as const, code: 'rank' },
    sentence: '',
  }
  const judge = (data: RecordData) => (data.salary.salary_step === 5 ? [finding] : [])
  const at = { draft: record(), approved: record(), newest: 'approved' as const }
  expect(placeRaise({ ...at, confirmed: [] }, GIVEN, 'new', judge).state).toBe('draft')
  expect(placeRaise({ ...at, confirmed: ['X/salary/rank'] }, GIVEN, 'new', judge).state).toBe('checked')
})

const RAISE = nextRaise({
  ...{ category: 'VIEN_CHUC', status: 'DANG_LAM_VIEC', rankCode: '01.003', step: 4, coefficient: '3.33' },
  ...{ since: '2024-03-01', overScale: null, overScaleSince: null, ratings: [], disciplines: [] },
}) as NextRaise

test.each([
  ['on its day', { kind: 'regular', effectiveOn: '2027-03-01' }, null],
  ['a day before', { kind: 'regular', effectiveOn: '2027-02-28' }, /Đủ thời hạn từ 01\/03\/2027/],
  ['for merit, a year before', { kind: 'merit', effectiveOn: '2026-03-01' }, null],
  ['for merit, more than a year before', { kind: 'merit', effectiveOn: '2026-02-28' }, /Sớm nhất là 01\/03\/2026/],
  ['for merit, after the term', { kind: 'merit', effectiveOn: '2027-03-01' }, /nâng thường xuyên/],
  ['for merit twice', { kind: 'merit', effectiveOn: '2026-06-01', lastWasMerit: true }, /không nâng hai lần/],
  ['before retirement', { kind: 'retirement', effectiveOn: '2026-06-30', noticeOn: '2026-06-30' }, null],
  ['without a notice', { kind: 'retirement', effectiveOn: '2026-06-30' }, /Ghi ngày thông báo/],
  [
    'notice too early',
    { kind: 'retirement', effectiveOn: '2026-06-30', noticeOn: '2026-01-31' },
    /Ngày thông báo nghỉ hưu/,
  ],
  ['of another kind', { kind: 'overScale', effectiveOn: '2027-03-01' }, /loại khác/],
] as const)('a raise %s', (_, asked, against) => {
  const said = againstRaise(RAISE, { decidedOn: '2026-02-01', lastWasMerit: false, noticeOn: null, ...asked })
  if (against === null) expect(said).toBeNull()
  else expect(said).toMatch(against)
})

test('one in ten may be raised early for merit in a year', () => {
  expect([9, 10, 19, 84].map((people) => meritQuota(people, '2026-11-27'))).toEqual([0, 1, 1, 8])
})

test('the day of the list is read as people type it', () => {
  expect(readAsk(RAISE_LIST, { until: '31/12/2026', kind: 'merit' }).filters).toEqual({
    until: '2026-12-31',
    kind: 'merit',
  })
  expect(readAsk(RAISE_LIST, { until: '31/02/2026', kind: 'other' }).filters).toEqual({})
})
