import fc from 'fast-check'
import { expect, test } from 'vitest'
import { UnreadableZip, unzip } from '@/lib/documents/unzip'
import { zip } from '@/lib/documents/zip'

const ROOM = { files: 20, bytes: 10_000_000 }
const files = fc.uniqueArray(
  fc.record({ name: fc.stringMatching(/^[a-zạ-ỹ0-9.-]{1,30}$/u), bytes: fc.uint8Array({ maxLength: 3000 }) }),
  { selector: ({ name }) => name, maxLength: 6 },
)
const why = (bytes: Uint8Array, limits = ROOM) => {
  try {
    unzip(bytes, limits)
  } catch (error) {
    if (error instanceof UnreadableZip) return error.why
    throw error
  }
  return null
}

test('what was packed is unpacked, in its order', () => {
  fc.assert(
    fc.property(files, (entries) => {
      const out = unzip(zip(entries), ROOM)
      expect(out.map(({ name, bytes }) => [name, [...bytes]])).toEqual(
        entries.map(({ name, bytes }) => [name, [...bytes]]),
      )
    }),
  )
})

test('cut off anywhere, it is no zip', () => {
  const whole = zip([{ name: 'a.txt', bytes: Buffer.from('xin chào'.repeat(50)) }])
  for (let length = 0; length < whole.length; length++) expect(why(whole.subarray(0, length))).toBe('damaged')
})

test('whatever bytes come, the answer is one of two words', () => {
  const whole = zip([{ name: 'a.txt', bytes: Buffer.alloc(500, 'a') }])
  const flips = fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { minLength: 1, maxLength: 5 })
  fc.assert(
    fc.property(flips, (places) => {
      const changed = Buffer.from(whole)
      for (const [at, value] of places) changed[at] = value
      expect(['damaged', 'tooLarge', null]).toContain(why(changed))
    }),
  )
})

test('too much when unpacked, too many files, a name twice, a promise not kept', () => {
  const large = zip([{ name: 'a', bytes: Buffer.alloc(2_000_000) }])
  expect(why(large, { files: 20, bytes: 1_000_000 })).toBe('tooLarge')
  const liar = Buffer.from(large)
  liar.writeUInt32LE(1000, liar.readUInt32LE(liar.length - 6) + 24)
  expect(why(liar, { files: 20, bytes: 1_000_000 })).toBe('tooLarge')
  const many = zip(Array.from({ length: 21 }, (_, at) => ({ name: `f${at}`, bytes: Buffer.from('x') })))
  expect(why(many)).toBe('tooLarge')
  const twice = zip([
    { name: 'a', bytes: Buffer.from('1') },
    { name: 'a', bytes: Buffer.from('2') },
  ])
  expect(why(twice)).toBe('damaged')
})
