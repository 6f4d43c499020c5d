import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Operation } from '@/lib/domain/organisation/operation'
import { isInForce, type Organisation } from '@/lib/domain/organisation/organisation'
import { rehearse } from '@/lib/domain/organisation/rehearse'
import { apply, invert } from '@/lib/domain/organisation/row-change'
import { treeFaults } from '@/lib/domain/organisation/tree-faults'
import { BEGAN, beforeTheReform, counter, NO_CIRCUMSTANCES, newCommune } from './an-organisation'

const DAYS = ['2024-12-31', '2025-06-30', '2025-07-01', '2025-07-02', '2026-11-27', '2027-01-01']
const TYPES = ['UBND_XA', 'CQCM_TINH', 'DVSN_NGANH', 'DVSN_XA', 'DVSN_HUYEN', 'UBND_HUYEN', 'CHI_CUC']

/** Operations as numbers, so that they can name units earlier ones have made. */
const dice = fc.record({
  kind: fc.constantFrom('create', 'rename', 'move', 'close', 'merge', 'split' as const),
  day: fc.constantFrom(...DAYS),
  type: fc.constantFrom(...TYPES),
  picks: fc.array(fc.nat(30), { minLength: 4, maxLength: 4 }),
  isNew: fc.boolean(),
})

function operationFrom(
  organisation: Organisation,
  { kind, day, type, picks, isNew }: typeof dice extends fc.Arbitrary<infer T> ? T : never,
  serial: number,
): Operation {
  const pick = (at: number) => organisation.unit[picks[at]! % organisation.unit.length]!.id
  const unit = { ...newCommune(`moi-${serial}`, pick(1)), typeCode: type }
  const into = isNew ? { unit } : { unitId: pick(1) }
  const when = { day, basis: 'QĐ' }
  switch (kind) {
    case 'create':
      return { kind, ...when, unit }
    case 'rename':
      return { kind, ...when, unitId: pick(0), name: 'Tên mới', agencyCode: null, legacyCode: null, nationalCode: null }
    case 'move':
      return { kind, ...when, unitId: pick(0), parentId: pick(1), typeCode: type, agencyCode: null }
    case 'close':
      return { kind, ...when, unitId: pick(0), peopleTo: isNew ? null : pick(1) }
    case 'merge':
      return { kind, ...when, unitIds: [...new Set([pick(0), pick(2)])], into }
    default: {
      const people = organisation.posting.filter((one) => one.unitId === pick(0)).map(({ personId }) => personId)
      const personIds = picks[3]! % 2 === 0 ? [...new Set(people)] : people.slice(0, 1)
      return {
        kind: 'split',
        ...when,
        unitId: pick(0),
        closes: isNew,
        shares: [{ into, personIds, unitIds: [pick(3)] }],
      }
    }
  }
}

const lives = fc.array(dice, { minLength: 1, maxLength: 12 })

function live(throws: (before: Organisation, operation: Operation, newId: () => string) => Organisation) {
  const newId = counter()
  return (thrown: Parameters<typeof operationFrom>[1][]) => {
    let organisation = beforeTheReform()
    thrown.forEach((one, serial) => {
      organisation = throws(organisation, operationFrom(organisation, one, serial), newId)
    })
    return organisation
  }
}

const run = (organisation: Organisation, operation: Operation, newId: () => string) =>
  apply(organisation, rehearse(organisation, operation, NO_CIRCUMSTANCES, newId).changes)

const rows = (organisation: Organisation) =>
  Object.fromEntries(
    Object.entries(organisation).map(([table, all]) => [table, [...all].sort((a, b) => a.id.localeCompare(b.id))]),
  )

test('whatever is run: no unit below itself, none under nothing, nobody in two units', () => {
  fc.assert(
    fc.property(lives, (thrown) => {
      expect(treeFaults(live(run)(thrown))).toEqual([])
    }),
    { numRuns: 300 },
  )
})

test('whatever is run: everybody has exactly one unit, and one that exists, on every day since they came', () => {
  const began = new Map(beforeTheReform().posting.map(({ personId, from }) => [personId, from]))
  fc.assert(
    fc.property(lives, fc.constantFrom(BEGAN, ...DAYS), (thrown, day) => {
      const { posting, version } = live(run)(thrown)
      for (const [personId, from] of began) {
        const there = posting.filter((one) => one.personId === personId && isInForce(one, day))
        expect(there.length).toBe(day >= from ? 1 : 0)
        for (const { unitId } of there)
          expect(version.some((one) => one.unitId === unitId && isInForce(one, day))).toBe(true)
      }
    }),
    { numRuns: 200 },
  )
})

test('run and undone, nothing is left; run again, the same comes of it', () => {
  const check = live((before, operation, newId) => {
    const { changes } = rehearse(before, operation, NO_CIRCUMSTANCES, newId)
    const after = apply(before, changes)
    expect(rows(apply(after, invert(changes)))).toEqual(rows(before))
    expect(rows(apply(apply(after, invert(changes)), changes))).toEqual(rows(after))
    return after
  })
  fc.assert(
    fc.property(lives, (thrown) => {
      check(thrown)
    }),
    { numRuns: 200 },
  )
})

test('the dice throw every kind of operation often enough that it is run', () => {
  const ran = new Map<string, number>()
  const count = live((before, operation, newId) => {
    const { changes } = rehearse(before, operation, NO_CIRCUMSTANCES, newId)
    if (changes.length > 0) ran.set(operation.kind, (ran.get(operation.kind) ?? 0) + 1)
    return apply(before, changes)
  })
  for (const thrown of fc.sample(lives, { numRuns: 300, seed: 2025 })) count(thrown)
  expect([...ran.keys()].sort()).toEqual(['close', 'create', 'merge', 'move', 'rename', 'split'])
  for (const [kind, times] of ran) expect(times, kind).toBeGreaterThan(5)
})
