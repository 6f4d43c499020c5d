import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { manifestBytes, manifestFaults, manifestSha256, readManifest } from '@/lib/documents/manifest'
import { aManifest } from './a-manifest'

const text = (manifest = aManifest()) => Buffer.from(manifestBytes(manifest)).toString('utf8')

test('a manifest is read back as it was written, and its fingerprint is that of its bytes', () => {
  expect(readManifest(manifestBytes(aManifest()))).toEqual(aManifest())
  expect(manifestSha256(aManifest())).toBe(createHash('sha256').update(text()).digest('hex'))
})

test.each([
  ['a space', text().replace('{', '{ ')],
  ['a member more', text().replace('{', '{"aaa":1,')],
  ['a member twice', text().replace('{', '{"appVersion":"0.1.0",')],
  ['a byte order mark', `\ufeff${text()}`],
  ['another type', text().replace('approval/1', 'approval/2')],
  ['no records', text({ ...aManifest(), records: [] })],
  ['decomposed letters', text().normalize('NFD')],
  ['no JSON', 'xin chào'],
])('%s makes it unreadable', (_, spoiled) => {
  expect(readManifest(Buffer.from(spoiled, 'utf8'))).toBeNull()
})

test('bytes that are no UTF-8 are not read', () => {
  expect(readManifest(Uint8Array.of(0xff, 0xfe))).toBeNull()
})

test('a manifest that contradicts itself is found out', () => {
  const sound = aManifest(5)
  expect(manifestFaults(sound)).toEqual([])
  expect(manifestFaults({ ...sound, count: 4 })).toEqual(['countDiffers'])
  expect(manifestFaults({ ...sound, root: '0'.repeat(64) })).toEqual(['rootDiffers'])
  expect(manifestFaults({ ...sound, records: sound.records.toReversed() })).toEqual(['notAscending', 'rootDiffers'])
  const twice = [sound.records[0]!, sound.records[0]!]
  expect(manifestFaults(aManifest(2, { records: twice }))).toContain('notAscending')
})
