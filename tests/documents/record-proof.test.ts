import fc from 'fast-check'
import { expect, test } from 'vitest'
import { merkleRoot, recordLeaf } from '@/lib/documents/merkle'
import { judgeRecord, recordProof } from '@/lib/documents/record-proof'
import { isConsistent, readStatement, type SignedStatement, statementBytes } from '@/lib/documents/signed-statement'
import { aManifest } from './a-manifest'
import { ROOT, VECTOR } from './signed-vector'

/** A signed list of these records; ascending by id, as the manifest is. */
const listOf = (records: readonly Parameters<typeof recordLeaf>[0][]) => {
  const listed = records.map((record) => ({ id: record.recordId, version: record.version, leaf: recordLeaf(record) }))
  return aManifest(records.length, { records: listed, root: merkleRoot(listed.map(({ leaf }) => leaf)) })
}

test('the proof of each record of the test vector leads to its root', () => {
  const manifest = listOf(VECTOR)
  expect(manifest.root).toBe(ROOT)
  for (const { leaf, ...record } of VECTOR) {
    const proof = recordProof(record, manifest, 'a'.repeat(64))
    expect(proof).toMatchObject({ leaf, root: ROOT, count: 3 })
    expect(judgeRecord(JSON.stringify(proof), manifest)).toMatchObject({ valid: true, leaf, reasons: [] })
  }
})

test('nobody is given a proof of what was not signed', () => {
  const { leaf: _, ...record } = VECTOR[0]
  expect(() => recordProof({ ...record, version: 4 }, listOf(VECTOR), 'a'.repeat(64))).toThrow(RangeError)
})

const answers = fc.dictionary(fc.stringMatching(/^[a-z]{1,8}$/), fc.string({ minLength: 1, unit: 'grapheme' }), {
  minKeys: 1,
  maxKeys: 5,
})
const people = fc
  .array(fc.record({ version: fc.integer({ min: 1, max: 9 }), data: answers }), { minLength: 1, maxLength: 12 })
  .map((all) =>
    all.map((one, index) => ({
      ...one,
      recordId: `r${String(index).padStart(3, '0')}`,
      salt: 'AAAAAAAAAAAAAAAAAAAAAA',
    })),
  )

test('one flipped letter in one approved record: that record fails, all others pass', () => {
  fc.assert(
    fc.property(people, fc.nat(), fc.nat(), fc.nat(), (records, who, which, where) => {
      const manifest = listOf(records)
      const target = who % records.length
      records.forEach((record, index) => {
        const proof = recordProof(record, manifest, 'a'.repeat(64))
        if (index === target) {
          const data = proof.record.data as Record<string, string>
          const key = Object.keys(data)[which % Object.keys(data).length]!
          data[key] = flipped(data[key]!, where)
        }
        const { valid, reasons } = judgeRecord(JSON.stringify(proof), manifest)
        expect(valid).toBe(index !== target)
        if (index === target) expect(reasons.map(({ code }) => code)).toContain('recordDiffers')
      })
    }),
  )
})

/** Another letter in its place; never the same word in another spelling. */
function flipped(word: string, where: number) {
  const letters = [...word]
  const at = where % letters.length
  letters[at] = letters[at] === 'đ' ? 'd' : 'đ'
  return letters.join('')
}

test('a proof whose path or leaf was bent is refused', () => {
  const manifest = listOf(VECTOR)
  const { leaf: _, ...record } = VECTOR[1]
  const proof = recordProof(record, manifest, 'a'.repeat(64))
  const bent = { ...proof, path: proof.path.map((step) => ({ ...step, hash: 'f'.repeat(64) })) }
  expect(judgeRecord(JSON.stringify(bent), manifest).reasons).toMatchObject([{ code: 'pathDiffers' }])
  expect(judgeRecord(JSON.stringify({ ...proof, leaf: 'f'.repeat(64) }), manifest).valid).toBe(false)
})

test('what is no record is said to be none', () => {
  const { leaf: _, ...record } = VECTOR[0]
  const given = { schema: 'hscbcc.record/1', ...record }
  for (const text of [
    '',
    '[]',
    'null',
    '{}',
    JSON.stringify({ ...given, more: 1 }),
    JSON.stringify({ ...given, data: 3 }),
  ])
    expect(judgeRecord(text, listOf(VECTOR)).reasons).toMatchObject([{ code: 'recordNotReadable' }])
  const lone = JSON.stringify({ ...given, data: { a: '\ud800' } })
  expect(judgeRecord(lone, listOf(VECTOR)).reasons).toMatchObject([{ code: 'recordNotReadable' }])
})

const APPROVER = { userId: 'u', name: 'Nguyễn Thị Hồng Ánh', title: 'Giám đốc' }

test('each kind of signed statement is read back; another spelling, or one that contradicts itself, is not taken', () => {
  const { unitCode, unitName, count, root, hashAlg, treeAlg, records, preparedAt, preparedBy, appVersion, nonce } =
    aManifest(2)
  const of = { unitCode, unitName, count, root, hashAlg, treeAlg, records, preparedAt, preparedBy, appVersion, nonce }
  const statements: Exclude<SignedStatement, { type: 'hscbcc.enrolment/1' }>[] = [
    aManifest(2),
    { ...of, type: 'hscbcc.export/1', exportId: 'e', kind: 'cv', replaces: null, signer: APPROVER },
  ]
  for (const statement of statements) {
    const bytes = statementBytes(statement)
    expect(readStatement(bytes)).toEqual(statement)
    expect(isConsistent(statement)).toBe(true)
    expect(isConsistent({ ...statement, count: 3 })).toBe(false)
    expect(isConsistent({ ...statement, root: 'f'.repeat(64) })).toBe(false)
    expect(readStatement(Buffer.concat([bytes, Buffer.from(' ')]))).toBeNull()
  }
})
