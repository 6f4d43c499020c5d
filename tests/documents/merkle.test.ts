import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { inclusionPath, merkleRoot, recordLeaf, rootFrom } from '@/lib/documents/merkle'
import { ROOT, VECTOR } from './signed-vector'

const LEAVES = VECTOR.map(({ leaf }) => leaf)

test.each(VECTOR)('the leaf of record $recordId', ({ leaf, ...version }) => {
  expect(recordLeaf(version)).toBe(leaf)
})

test('the root of the three', () => {
  expect(merkleRoot(LEAVES)).toBe(ROOT)
})

test('the root of one leaf is that leaf, and a tree without leaves has none', () => {
  expect(merkleRoot([LEAVES[0]!])).toBe(LEAVES[0])
  expect(() => merkleRoot([])).toThrow(RangeError)
})

test('a name in decomposed letters has the same leaf, another salt another one', () => {
  const { leaf, ...first } = VECTOR[0]
  expect(recordLeaf({ ...first, data: { ...first.data, hoTen: first.data.hoTen.normalize('NFD') } })).toBe(leaf)
  expect(recordLeaf({ ...first, salt: 'AAAAAAAAAAAAAAAAAAAAAQ' })).not.toBe(leaf)
})

const leaves = fc
  .uniqueArray(fc.integer(), { minLength: 1, maxLength: 40 })
  .map((numbers) => numbers.map((number) => createHash('sha256').update(String(number)).digest('hex')))

test('every leaf has a path to the root, and no path serves another leaf', () => {
  fc.assert(
    fc.property(leaves, fc.nat(), (all, number) => {
      const index = number % all.length
      const path = inclusionPath(all, index)
      all.forEach((leaf, other) => {
        expect(rootFrom(leaf, path) === merkleRoot(all)).toBe(other === index)
      })
    }),
  )
})

test('changing, adding or removing any leaf changes the root', () => {
  fc.assert(
    fc.property(leaves, fc.nat(), (all, number) => {
      const index = number % all.length
      const foreign = createHash('sha256').update('another').digest('hex')
      expect(merkleRoot(all.with(index, foreign))).not.toBe(merkleRoot(all))
      expect(merkleRoot(all.toSpliced(index, 0, foreign))).not.toBe(merkleRoot(all))
      if (all.length > 1) expect(merkleRoot(all.toSpliced(index, 1))).not.toBe(merkleRoot(all))
    }),
  )
})
