import { expect, test } from 'vitest'
import { sectionStages } from '@/lib/domain/record-state'

type Standing = Parameters<typeof sectionStages>[0]
const change = { section: 'identity', code: 'full_name', row: null, before: null, after: 'A' } as const
const nothing: Standing = { unsent: [], submission: null, approved: false, delivery: null, completeness: [] }
const stage = (standing: Partial<Standing>) => sectionStages({ ...nothing, ...standing }).identity
const submitted = (state: NonNullable<Standing['submission']>['state']) => ({ state, changes: [change], returned: [] })

// Each line says more than the one before it: what needs somebody wins over what is settled.
test.each<[string, Partial<Standing>]>([
  ['draft', {}],
  ['approved', { approved: true }],
  ['accepted', { approved: true, delivery: { state: 'accepted' } }],
  ['error', { approved: true, delivery: { state: 'refused' } }],
  ['error', { approved: true, delivery: { state: 'parked' } }],
  ['submitted', { approved: true, delivery: { state: 'accepted' }, submission: submitted('submitted') }],
  ['checked', { approved: true, submission: submitted('checked') }],
  ['checked', { submission: submitted('frozen') }],
  ['draft', { approved: true, submission: submitted('submitted'), unsent: [change] }],
  ['returned', { unsent: [change], submission: { ...submitted('returned'), returned: [{ section: 'identity' }] } }],
])('%s: %j', (expected, standing) => {
  expect(stage(standing)).toBe(expected)
})

test('a section sent back elsewhere is not sent back here', () => {
  expect(stage({ submission: { ...submitted('returned'), returned: [{ section: 'family' }] } })).toBe('draft')
})

test('what is missing is said before what is unsent', () => {
  const missing = [{ section: 'identity', missing: [{}] }] as unknown as Standing['completeness']
  expect(stage({ unsent: [change], completeness: missing })).toBe('missing')
})
