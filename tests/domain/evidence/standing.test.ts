import fc from 'fast-check'
import { expect, test } from 'vitest'
import { emptyRecord } from '@/lib/catalogue'
import { requirePhoto } from '@/lib/domain/evidence/photo-rule'
import { placeLabel, placeOf, valueAt } from '@/lib/domain/evidence/place'
import { proofCounts } from '@/lib/domain/evidence/proof-counts'
import { standingOf } from '@/lib/domain/evidence/standing'

const said = fc.record({
  kind: fc.constantFrom('checked' as const, 'matched' as const),
  holds: fc.boolean(),
  at: fc.constant(new Date('2026-11-27T01:00:00Z')),
  byName: fc.string(),
  paper: fc.constant(null),
})

test('what was said last of each kind counts, and a match says more than a check', () => {
  fc.assert(
    fc.property(fc.array(said), (all) => {
      const holds = (kind: string) => all.filter((one) => one.kind === kind).at(-1)?.holds === true
      const expected = holds('matched') ? 'matched' : holds('checked') ? 'checked' : null
      expect(standingOf(all)?.kind ?? null).toBe(expected)
    }),
  )
})

test('the parts of the sum add up', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom('checked' as const, 'matched' as const, null)), (kinds) => {
      const lines = kinds.map((kind) => ({ proofs: [], standing: kind && { kind } }))
      const [all, ...parts] = [...proofCounts(lines).matchAll(/\d+/g)].slice(0, 4).map(Number)
      expect(parts.reduce((sum, part) => sum + part, 0)).toBe(all)
    }),
  )
})

test('a place is a field, or a row of a table; nothing else', () => {
  expect(placeOf({ section: 'identity', code: 'citizen_id', row: '' })).not.toBeNull()
  expect(placeOf({ section: 'identity', code: 'photo', row: '' })).not.toBeNull()
  expect(placeOf({ section: 'training', code: 'trainings', row: 'r' })).not.toBeNull()
  for (const place of [
    { section: 'identity', code: 'citizen_id', row: 'r' },
    { section: 'identity', code: 'photo', row: 'r' },
    { section: 'training', code: 'trainings', row: '' },
    { section: 'nowhere', code: 'citizen_id', row: '' },
  ])
    expect(placeOf(place)).toBeNull()
})

test('a row is named by its number, a lost one by that it is lost', () => {
  const data = structuredClone(emptyRecord()) as Record<string, Record<string, unknown>>
  data.training = { ...data.training, trainings: [{ id: 'a' }, { id: 'b' }] }
  const at = (row: string) => ({ section: 'training', code: 'trainings', row }) as const
  expect(placeLabel(at('b'), data as never)).toMatch(/: dòng 2$/)
  expect(placeLabel(at('c'), data as never)).toMatch(/: dòng đã xóa$/)
  expect(valueAt(data as never, at('c'))).toBeNull()
})

test('a photograph of 4 × 6 may be cut a dot off, no more', () => {
  const of = (width: number, height: number) => () => requirePhoto({ kind: 'jpeg', bytes: 9, size: { width, height } })
  expect(of(601, 900)).not.toThrow()
  expect(of(640, 900)).toThrow('photoShape')
})
