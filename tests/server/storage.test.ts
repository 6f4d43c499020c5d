import { createHash, randomBytes } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, expect, test } from 'vitest'
import { readStored } from '@/lib/server/storage/file-store'
import { folderStore } from '@/lib/server/storage/folder-store'
import { readKeys } from '@/lib/server/storage/keys'
import { opened, sealed } from '@/lib/server/storage/seal'

const folder = mkdtempSync(join(tmpdir(), 'portal-store-'))
afterAll(() => rmSync(folder, { recursive: true }))
const key = (id: string) => ({ id, secret: randomBytes(32) })
const KEY = key('2026')
const store = folderStore(folder, () => [KEY])
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')
const placeOf = (name: string) => join(folder, name.slice(0, 2), name)

async function all(parts: AsyncIterable<Buffer>) {
  const got: Buffer[] = []
  for await (const part of parts) got.push(part)
  return Buffer.concat(got)
}

test('whatever is put in, in whatever pieces, comes out, under the hash of its content', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.uint8Array({ maxLength: 90_000, size: 'max' }), { maxLength: 4 }), async (pieces) => {
      const whole = Buffer.concat(pieces)
      expect(await store.put(pieces)).toEqual({ sha256: sha256(whole), bytes: whole.length })
      expect((await readStored(store, sha256(whole))).equals(whole)).toBe(true)
    }),
    { numRuns: 25 },
  )
})

test.each([0, 1, 65_535, 65_536, 65_537, 131_072, 200_000])('%i bytes: exactly at the seams too', async (length) => {
  const bytes = randomBytes(length)
  const { sha256: name } = await store.put(bytes)
  expect((await readStored(store, name)).equals(bytes)).toBe(true)
})

test('on the disk nothing can be read, and the same content twice is one file', async () => {
  const bytes = Buffer.from('Nguyễn Văn Ẵm, 087085001234, '.repeat(50))
  const { sha256: name } = await store.put(bytes)
  await store.put(bytes)
  expect(readFileSync(placeOf(name)).includes('087085001234')).toBe(false)
  expect(readdirSync(join(folder, name.slice(0, 2))).filter((file) => file === name)).toHaveLength(1)
})

test('changed anywhere, cut off anywhere, or under another name, it does not open', async () => {
  const bytes = randomBytes(150_000)
  const { sha256: name } = await store.put(bytes)
  const good = readFileSync(placeOf(name))
  const bad: Buffer[] = []
  for (const at of [0, 4, 5, 12, 40, 70_000, good.length - 1]) {
    const changed = Buffer.from(good)
    changed[at] = (changed[at] ?? 0) ^ 1
    bad.push(changed)
  }
  // 4 + 1 + 4 + 16 bytes of header, then whole frames.
  for (const length of [0, 3, 20, 25, 25 + 65_552, 25 + 2 * 65_552, good.length - 1]) bad.push(good.subarray(0, length))
  for (const file of bad) {
    writeFileSync(placeOf(name), file)
    await expect(readStored(store, name)).rejects.toThrow('cannot be opened')
  }
  const other = await store.put(randomBytes(10))
  writeFileSync(placeOf(name), readFileSync(placeOf(other.sha256)))
  await expect(readStored(store, name)).rejects.toThrow('its name says')
})

test('a new key in front seals, the old one still opens; without it the file stays shut', async () => {
  const [old, young] = [key('2025'), key('2026')]
  const bytes = randomBytes(1000)
  const kept = await all(sealed([bytes], old))
  expect((await all(opened([kept], [young, old]))).equals(bytes)).toBe(true)
  await expect(all(opened([kept], [young]))).rejects.toThrow('"2025" is not among FILE_KEYS')
  await expect(all(opened([kept], [{ ...young, id: '2025' }]))).rejects.toThrow('changed or cut off')
})

test('what breaks off in the middle leaves no file, half or whole', async () => {
  const before = readdirSync(folder, { recursive: true }).length
  async function* breaking() {
    yield randomBytes(100_000)
    throw new Error('line lost')
  }
  await expect(store.put(breaking())).rejects.toThrow('line lost')
  expect(readdirSync(folder, { recursive: true }).length).toBe(before)
  expect(readdirSync(join(folder, 'unfinished'))).toEqual([])
})

test('what a killed process left half written goes with a later file, once it is a day old', async () => {
  for (const name of ['old', 'young']) writeFileSync(join(folder, 'unfinished', name), 'x')
  const past = new Date(Date.now() - 2 * 86_400_000)
  utimesSync(join(folder, 'unfinished', 'old'), past, past)
  await store.put(randomBytes(5))
  expect(readdirSync(join(folder, 'unfinished'))).toEqual(['young'])
  rmSync(join(folder, 'unfinished', 'young'))
})

test('a name leads to nothing but a file of the store', async () => {
  for (const name of ['../../etc/passwd', 'ab', `${'a'.repeat(63)}G`, 'a'.repeat(64)]) {
    await expect(store.get(name)).rejects.toThrow('has no file')
  }
})

test('what was put long ago is found, removed, and gone', async () => {
  const { sha256: name } = await store.put(randomBytes(20))
  const past = new Date(Date.now() - 10 * 86_400_000)
  utimesSync(placeOf(name), past, past)
  const found: string[] = []
  for await (const one of store.olderThan(new Date(Date.now() - 9 * 86_400_000))) found.push(one)
  expect(found).toEqual([name])
  await store.remove(name)
  await store.remove(name)
  await expect(store.get(name)).rejects.toThrow('has no file')
})

test('keys are read from one line or many; a wrong one is named, never shown', () => {
  const secret = randomBytes(32).toString('base64url')
  expect(readKeys(`a:${secret},b:${secret}\n`).map(({ id }) => id)).toEqual(['a', 'b'])
  expect(readKeys('')).toEqual([])
  expect(() => readKeys(`a:${secret},a:${secret}`)).toThrow('twice')
  expect(() => readKeys('tuyệt-mật:abc')).toThrow('FILE_KEYS')
  expect(() => readKeys('k:c2hvcnQ')).toThrow(/^(?!.*c2hvcnQ)/)
})
