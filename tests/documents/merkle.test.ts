import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { inclusionPath, merkleRoot, recordLeaf, rootFrom } from '@/lib/documents/merkle'

/** Three records with their hashes, worked out by another program. */
const VECTOR = [
  {
    recordId: '01JD3Z7Q0000000000000000A1',
    version: 3,
    salt: 'AAAAAAAAAAAAAAAAAAAAAA',
    data: { hoTen: 'Nguyễn Thị Hồng Ánh', ngaySinh: '1985-03-07', heSoLuong: '3.66', ngach: '01.003' },
    leaf: '9a2119a15ce02e867793e281ea00d446d8dedd12fe7ec142e203aa58c835ca4b',
  },
  {
    recordId: '01JD3Z7Q0000000000000000A2',
    version: 1,
    salt: 'AQEBAQEBAQEBAQEBAQEBAQ',
    data: { hoTen: 'Trần Văn Đức', ngaySinh: '1990-12-01', heSoLuong: '2.34', ngach: '01.003' },
    leaf: '467cbae188a87c8ff4508b13bb0abd39add82ee9b41b8b7bb774bb2506c310b7',
  },
  {
    recordId: '01JD3Z7Q0000000000000000A3',
    version: 7,
    salt: 'AgICAgICAgICAgICAgICAg',
    data: { hoTen: 'Lê Hoàng Yến', ngaySinh: '1979-06', heSoLuong: '4.98', ngach: '01.002' },
    leaf: '0795f37c4ee5487cd16c7a4186a8c607bd9767003f97340c8400f83d09da645d',
  },
] as const
const LEAVES = VECTOR.map(({ leaf }) => leaf)
const ROOT = '4c3c1af900d142a07c5315cd6aa9cfbffe3b940dea38825f683584c7eeee495c'

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
