import { expect, test } from 'vitest'
import type { Circuit } from '@/lib/domain/circuit'
import { CLOSED, circuitAfter, hands } from '@/lib/domain/circuit'
import type { Outcome } from '@/lib/domain/push'

const failure: Outcome = { kind: 'retry', cause: 'network' }
const after = (outcomes: Outcome[], now = 0, from: Circuit = CLOSED) =>
  outcomes.reduce((circuit, outcome) => circuitAfter(circuit, outcome, now), from)

test('four failures are weather, five open the circuit', () => {
  expect(hands(after(Array(4).fill(failure)), 4, 0)).toBe(4)
  expect(hands(after(Array(5).fill(failure)), 4, 9_999)).toBe(0)
})

test('after the pause one message probes; its answer closes the circuit', () => {
  const open = after(Array(5).fill(failure))
  expect(hands(open, 4, 10_000)).toBe(1)
  expect(after([{ kind: 'refused', errors: [] }], 10_000, open)).toEqual(CLOSED)
})

test('a probe that fails doubles the pause, up to a minute', () => {
  let circuit = after(Array(5).fill(failure))
  for (const pause of [20_000, 40_000, 60_000, 60_000]) {
    const probed = circuit.openUntil
    circuit = circuitAfter(circuit, failure, probed)
    expect(circuit.openUntil).toBe(probed + pause)
  }
})

test('a refused login rests the channel for a quarter of an hour; a contradiction about one file does not', () => {
  expect(hands(after([{ kind: 'blocked', cause: 'auth' }]), 4, 14 * 60_000)).toBe(0)
  expect(after([{ kind: 'blocked', cause: 'contract' }])).toEqual(CLOSED)
})

test('what was on its way when the circuit opened lengthens nothing when it fails, and closes it when it is answered', () => {
  const open = after(Array(5).fill(failure))
  expect(after(Array(3).fill(failure), 9_999, open)).toEqual(open)
  expect(after([{ kind: 'accepted', remoteId: null }], 9_999, open)).toEqual(CLOSED)
})
