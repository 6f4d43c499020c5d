import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Candidate, prepareBatch, type SubmissionState, selectPeople } from '@/lib/domain/batch'
import { exclusionWords } from '@/lib/domain/exclusion-words'

const HEAD = { personId: 'head' }
const IN_WINDOW = '2026-11-27'

const states: SubmissionState[] = ['submitted', 'returned', 'checked', 'frozen', 'approved', 'superseded']
const revision = fc.record({ revisionId: fc.uuid(), version: fc.integer({ min: 1, max: 9 }) })
const candidate: fc.Arbitrary<Omit<Candidate, 'personId'>> = fc.record({
  approver: fc.constantFrom('here' as const, 'here' as const, 'nobody' as const, { unitName: 'Sở Nội vụ' }),
  signedIn: fc.boolean(),
  missing: fc.integer({ min: 0, max: 3 }),
  approved: fc.option(revision),
  affirmed: fc.boolean(),
  confirmed: fc.boolean(),
  numberHeld: fc.boolean(),
  newest: fc.option(
    fc
      .tuple(revision, fc.constantFrom(...states), fc.integer({ min: 0, max: 4 }))
      .map(([ref, state, returned]) => ({ ...ref, state, returned })),
  ),
})
/** A unit of several people, the first of whom is its head. */
const unit = fc
  .array(candidate, { minLength: 1, maxLength: 12 })
  .map((people) => people.map((person, index) => ({ ...person, personId: index === 0 ? 'head' : `person-${index}` })))
const type = fc.constantFrom('monthly' as const, 'adHoc' as const)

const person = (changes: Partial<Candidate>): Candidate => ({
  personId: 'somebody',
  approver: 'here',
  signedIn: true,
  missing: 0,
  approved: null,
  affirmed: false,
  confirmed: false,
  newest: null,
  numberHeld: false,
  ...changes,
})
const sent = (state: SubmissionState) => ({ revisionId: 'new', version: 2, state, returned: 1 })
const approved = { revisionId: 'old', version: 1 }

test('everybody is either in or out, nobody both', () => {
  fc.assert(
    fc.property(type, unit, (kind, people) => {
      const { included, excluded } = selectPeople(kind, HEAD, people)
      const names = [...included, ...excluded].map((one) => one.person.personId)
      expect(names.toSorted()).toEqual(people.map(({ personId }) => personId).toSorted())
    }),
  )
})

test('the head never approves the own record', () => {
  fc.assert(
    fc.property(type, unit, (kind, people) => {
      const { included, excluded } = selectPeople(kind, HEAD, people)
      expect(included.some((one) => one.person.personId === 'head')).toBe(false)
      expect(excluded.find((one) => one.person.personId === 'head')?.why).toEqual({ code: 'ownRecord' })
    }),
  )
})

test('R58: only those are signed whom the head is to approve, and the others are told why', () => {
  fc.assert(
    fc.property(type, unit, (kind, people) => {
      const { included, excluded } = selectPeople(kind, HEAD, people)
      expect(included.every((one) => one.person.approver === 'here')).toBe(true)
      for (const { person: who, why } of excluded) {
        if (who.personId === 'head') continue
        expect(why.code === 'approverNotDefined').toBe(who.approver === 'nobody')
        expect(why.code === 'approverElsewhere').toBe(typeof who.approver === 'object')
      }
    }),
  )
})

test('only what was checked, or stands approved, is signed', () => {
  fc.assert(
    fc.property(type, unit, (kind, people) => {
      for (const { person: who, kind: item, revisionId } of selectPeople(kind, HEAD, people).included) {
        const source = item === 'unchanged' ? who.approved : who.newest
        expect(source?.revisionId).toBe(revisionId)
        if (item !== 'unchanged') expect(who.newest?.state).toBe('checked')
        if (item !== 'unchanged') expect(who.numberHeld).toBe(false)
        expect(item === 'added').toBe(who.approved === null)
        expect(kind === 'adHoc' && item === 'unchanged').toBe(false)
      }
    }),
  )
})

test('every reason has its words', () => {
  fc.assert(
    fc.property(type, unit, (kind, people) => {
      for (const { why } of selectPeople(kind, HEAD, people).excluded) {
        expect(exclusionWords(why).why).not.toBe('')
        expect(exclusionWords(why).next).not.toBe('')
      }
    }),
  )
})

test.each([
  ['checked for the first time', person({ newest: sent('checked') }), 'added'],
  ['checked after an approval', person({ approved, newest: sent('checked') }), 'changed'],
  ['approved, nothing new', person({ approved, newest: sent('approved') }), 'unchanged'],
  ['approved, then sent and taken back', person({ approved, newest: sent('superseded') }), 'unchanged'],
])('%s: in the month', (_, who, kind) => {
  expect(selectPeople('monthly', HEAD, [who]).included).toMatchObject([{ kind }])
})

test.each([
  ['never signed in', person({ signedIn: false, missing: 60 }), { code: 'neverSignedIn' }],
  ['still typing', person({ missing: 12 }), { code: 'incomplete', missing: 12 }],
  ['complete, not sent', person({}), { code: 'notSubmitted' }],
  ['sent, not yet checked', person({ approved, newest: sent('submitted') }), { code: 'notChecked' }],
  ['sent back', person({ newest: sent('returned') }), { code: 'returned', fields: 1 }],
  ['with a number of somebody else', person({ newest: sent('checked'), numberHeld: true }), { code: 'numberHeld' }],
  ['frozen in another batch', person({ newest: sent('frozen') }), { code: 'frozenElsewhere' }],
  ['signed this month already', person({ approved, affirmed: true }), { code: 'affirmed' }],
])('%s: out of the month, with the reason', (_, who, why) => {
  expect(selectPeople('monthly', HEAD, [who]).excluded).toMatchObject([{ why }])
})

test('G6: the month is not signed before its last five days, and the refusal says when', () => {
  expect(() => prepareBatch({ type: 'monthly' }, HEAD, [person({ approved })], '2026-11-25')).toThrow(
    expect.objectContaining({ code: 'outsideApprovalWindow', details: { opens: '26/11', closes: '30/11' } }),
  )
  expect(prepareBatch({ type: 'monthly' }, HEAD, [person({ approved })], IN_WINDOW).included).toHaveLength(1)
})

test('G6: an ad-hoc batch may be signed on any day, with a reason and something new', () => {
  const urgent = { type: 'adHoc', reason: 'Cấp hộ chiếu công vụ' } as const
  expect(prepareBatch(urgent, HEAD, [person({ newest: sent('checked') })], '2026-11-03').included).toHaveLength(1)
  expect(() =>
    prepareBatch({ ...urgent, reason: ' ' }, HEAD, [person({ newest: sent('checked') })], '2026-11-03'),
  ).toThrow(expect.objectContaining({ code: 'reasonMissing' }))
  expect(() => prepareBatch(urgent, HEAD, [person({ approved })], '2026-11-03')).toThrow(
    expect.objectContaining({ code: 'nothingToApprove' }),
  )
})
