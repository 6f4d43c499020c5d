import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isPdf } from '@/lib/domain/movements/decision-file'
import { MOVEMENT_KINDS, MOVEMENTS, type MovementKind, standingAfter } from '@/lib/domain/movements/movement-kinds'
import { overlap, type PlannedMovement, planMovement, type WorkingLife } from '@/lib/domain/movements/plan-movement'
import type { Posting } from '@/lib/domain/organisation/organisation'
import { Refusal } from '@/lib/domain/refusal'

const TODAY = '2026-11-27'
const posting = (from: string, until: string | null = null): Posting => ({
  ...{ id: 'posting', personId: 'person', unitId: 'school', from, until },
})
const aLife = (over: Partial<WorkingLife> = {}): WorkingLife => ({
  ...{ personId: 'person', unitId: 'school', status: 'DANG_LAM_VIEC' },
  ...{ postings: [posting('2020-01-01')], roles: [], movements: [] },
  ...over,
})
const wish = (kind: MovementKind, over: Partial<PlannedMovement> = {}): PlannedMovement => ({
  ...{ kind, day: '2026-12-01', decidedOn: '2026-11-20', toUnitId: null, destination: null },
  ...{ reason: null, status: null, hasFile: false },
  ...over,
})
const plan = (life: WorkingLife, wanted: PlannedMovement) => planMovement(life, wanted, TODAY, randomUUID)
const fieldsOf = (act: () => unknown) => {
  try {
    act()
  } catch (error) {
    if (error instanceof Refusal) return error.fields
    throw error
  }
  return {}
}

test('R104: a transfer ends one posting the day before the next begins, and the offices with it', () => {
  const office = { id: 'r', userId: 'u', personId: 'person', role: 'recordsOfficer', unitId: 'school', reason: null }
  const own = { ...office, id: 'o', role: 'person', from: '2020-01-01', until: null }
  const life = aLife({ roles: [{ ...office, from: '2024-01-01', until: null }, own] })
  const { changes, status } = plan(life, wish('transfer', { toUnitId: 'office' }))
  expect(
    changes.map(({ table, after }) => [
      table,
      after && 'from' in after ? after.from : '',
      after && 'until' in after ? after.until : '',
    ]),
  ).toEqual([
    ['posting', '2020-01-01', '2026-11-30'],
    ['posting', '2026-12-01', null],
    ['role', '2024-01-01', '2026-11-30'],
  ])
  expect(status).toBeNull()
})

test('postings that would overlap are refused in words', () => {
  const ahead = aLife({ postings: [posting('2020-01-01', '2026-12-31'), posting('2027-01-01')] })
  expect(fieldsOf(() => plan(ahead, wish('transfer', { toUnitId: 'office' }))).day).toContain(
    'Mỗi ngày chỉ có một nơi công tác chính.',
  )
  const moved = aLife({ movements: [{ kind: 'transfer', day: '2026-12-05' }] })
  expect(fieldsOf(() => plan(moved, wish('retire'))).day).toContain('hoàn tác việc ấy trước')
})

test('whatever is planned, no two postings ever claim the same day', () => {
  const day = fc
    .integer({ min: 0, max: 1500 })
    .map((n) => new Date(Date.UTC(2024, 0, 1 + n)).toISOString().slice(0, 10))
  const step = fc.record({ kind: fc.constantFrom(...MOVEMENT_KINDS), day, unit: fc.constantFrom('a', 'b', 'c') })
  fc.assert(
    fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
      let life = aLife({ unitId: 'a', postings: [{ ...posting('2024-01-01'), unitId: 'a' }] })
      for (const { kind, day: on, unit } of steps) {
        const wanted = wish(kind, {
          day: on,
          toUnitId: unit,
          destination: 'x',
          reason: 'x',
          hasFile: true,
          status: 'THOI_VIEC',
        })
        try {
          const { changes, status } = planMovement(life, wanted, '2030-01-01', randomUUID)
          const ended = new Map(changes.flatMap(({ before, after }) => (before && after ? [[before.id, after]] : [])))
          const added = changes.flatMap(({ before, after }) => (before ? [] : [after as Posting]))
          life = {
            ...life,
            postings: [...life.postings.map((one) => (ended.get(one.id) as Posting) ?? one), ...added],
            unitId: added[0]?.unitId ?? life.unitId,
            status: status ?? life.status,
            movements: [...life.movements, { kind, day: on }],
          }
        } catch (error) {
          if (!(error instanceof Refusal)) throw error
        }
      }
      for (const [at, one] of life.postings.entries())
        for (const other of life.postings.slice(at + 1)) expect(overlap(one, other)).toBe(false)
      const gone = standingAfter(life.movements.at(-1)?.kind ?? null, life.status) === 'gone'
      expect(life.postings.filter(({ until }) => until === null)).toHaveLength(gone ? 0 : 1)
    }),
  )
})

test.each(MOVEMENT_KINDS.filter((kind) => MOVEMENTS[kind].file))(
  'R105: %s is not taken without the decision',
  (kind) => {
    const life = kind === 'receive' ? aLife({ status: 'NGHI_HUU', postings: [] }) : aLife()
    const wanted = wish(kind, { toUnitId: 'school', destination: 'UBND tỉnh An Giang' })
    expect(Object.keys(fieldsOf(() => plan(life, wanted)))).toEqual(['file'])
    expect(fieldsOf(() => plan(life, { ...wanted, hasFile: true }))).toEqual({})
  },
)

test('who has gone can only come back; nobody comes back who has not gone', () => {
  const gone = aLife({ status: 'NGHI_HUU', movements: [{ kind: 'retire', day: '2026-10-01' }] })
  expect(fieldsOf(() => plan(gone, wish('transfer', { toUnitId: 'office' }))).kind).toContain('đã thôi làm việc')
  expect(fieldsOf(() => plan(aLife(), wish('return'))).kind).toContain('đang làm việc')
})

test('the decision on somebody just put into the unit is written down, and nothing moves', () => {
  const life = aLife({ postings: [posting('2026-11-01')] })
  const wanted = wish('recruit', { day: '2026-11-01', toUnitId: 'school' })
  expect(plan(life, wanted)).toEqual({ changes: [], status: null })
  expect(fieldsOf(() => plan(life, { ...wanted, day: '2026-11-02' })).day).toContain('01/11/2026')
  expect(fieldsOf(() => plan(life, { ...wanted, toUnitId: 'office' })).toUnitId).toBeDefined()
})

test('a decision is a PDF by its bytes, not by its name', () => {
  const bytes = (text: string) => new TextEncoder().encode(text)
  expect(isPdf(bytes('%PDF-1.7\n1 0 obj\n%%EOF\n'))).toBe(true)
  expect(isPdf(bytes('MZ %PDF-1.7 %%EOF'))).toBe(false)
  expect(isPdf(bytes('%PDF-1.7 cut off'))).toBe(false)
  expect(isPdf(bytes(''))).toBe(false)
})
