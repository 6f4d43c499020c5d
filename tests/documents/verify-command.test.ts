import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { DEMO_MARK } from '@/lib/documents/pdf-signature/demo-certificate'
import type { Verdict } from '@/lib/documents/pdf-signature/verdict'
import { pem } from '@/lib/start/demo-keys'
import { aChain, VALID } from './a-chain'
import { aManifest } from './a-manifest'
import { prepare, signWith } from './a-signed-pdf'
import { aStatement } from './a-statement'
import { ROOT, VECTOR } from './signed-vector'

// Each call starts Node anew.
vi.setConfig({ testTimeout: 60_000 })

const folder = mkdtempSync(join(tmpdir(), 'verify-'))
const anchors = join(folder, 'anchors')
const path = (name: string) => join(folder, name)

beforeAll(async () => {
  mkdirSync(anchors)
  const signer = aChain(DEMO_MARK).signer({ notAfter: new Date('2029-01-01') })
  writeFileSync(join(anchors, 'root.pem'), pem(signer.root))
  const signed = signWith(signer, await prepare())
  writeFileSync(path('signed.pdf'), signed)
  signed[2000]! ^= 1
  writeFileSync(path('changed.pdf'), signed)
  writeFileSync(path('word.pdf'), 'xin chào')
  const records = VECTOR.map(({ recordId: id, version, leaf }) => ({ id, version, leaf }))
  const manifest = aManifest(3, { records, root: ROOT })
  writeFileSync(path('vector.pdf'), signWith(signer, await prepare(aStatement(3, { manifest }))))
})
afterAll(() => rmSync(folder, { recursive: true }))

function verify(args: string[], environment: Record<string, string> = {}) {
  const { DATABASE_URL, DEMO, ...rest } = process.env
  const env = { ...rest, ...environment }
  return spawnSync('node', ['--import', 'tsx', 'lib/start/verify.ts', ...args], { encoding: 'utf8', env })
}
const verdictOf = (said: { stdout: string }): Verdict => JSON.parse(said.stdout)

test('a valid file ends with 0 and says who signed what', () => {
  const said = verify([path('signed.pdf'), '--anchors', anchors, '--at', '2026-11-27T01:31:00Z'])
  expect(said.status).toBe(0)
  const { file, manifest, reasons, signatures, valid, ...more } = verdictOf(said)
  expect({ valid, file, reasons, more }).toEqual({ valid: true, file: path('signed.pdf'), reasons: [], more: {} })
  expect(Object.keys(manifest!)).toEqual(['batchId', 'unitCode', 'period', 'count', 'root'])
  expect(Object.keys(signatures[0]!)).toEqual(['field', 'signer', 'serial', 'signedAt', 'checks'])
})

test('a changed file ends with 1 and the reason', () => {
  const said = verify([path('changed.pdf'), '--anchors', anchors])
  expect(said.status).toBe(1)
  expect(verdictOf(said).reasons).toContainEqual(expect.objectContaining({ code: 'documentChanged' }))
})

test.each(['word.pdf', 'nowhere.pdf'])('%s ends with 2, and still with a verdict', (name) => {
  const said = verify([path(name), '--anchors', anchors])
  expect(said.status).toBe(2)
  expect(verdictOf(said)).toMatchObject({ valid: false, reasons: [{ code: 'notReadable' }] })
})

test('asked in a way it does not know, it says how to ask', () => {
  for (const args of [[], ['a.pdf', 'b.pdf'], ['a.pdf', '--wrong'], ['a.pdf', '--at', 'hôm qua']]) {
    const said = verify(args)
    expect(said.status).toBe(2)
    expect(said.stderr).toContain('Cách dùng')
  }
})

test('a folder that is not there is named', () => {
  const said = verify([path('signed.pdf'), '--anchors', path('nothing')])
  expect(said.status).toBe(2)
  expect(said.stderr).toContain(path('nothing'))
})

test('after the certificate has expired the day of receipt decides', () => {
  const late = ['--at', '2029-06-01T00:00:00Z']
  const said = verify([path('signed.pdf'), '--anchors', anchors, ...late])
  expect(verdictOf(said).reasons.map(({ code }) => code)).toEqual(['certificateExpired'])
  expect(VALID.notAfter > new Date('2029-06-01')).toBe(true)
})

test('where the portal is real, a demonstration certificate is refused', () => {
  const real = { DATABASE_URL: 'postgresql://db/portal' }
  const options = [path('signed.pdf'), '--anchors', anchors, '--at', '2026-11-27T01:31:00Z']
  expect(verdictOf(verify(options, real)).reasons.map(({ code }) => code)).toEqual(['demoCertificate'])
  expect(verify(options, { ...real, DEMO: '1' }).status).toBe(0)
})

/** Writes a record as a person was given it, and has it judged against the signed list. */
function proveAgainst(file: string, name: string, record: unknown) {
  writeFileSync(path(name), typeof record === 'string' ? record : JSON.stringify(record))
  return verify([path(file), '--record', path(name), '--anchors', anchors, '--at', '2026-11-27T01:31:00Z'])
}

test.each(VECTOR)(
  '--record proves record $recordId of the test vector against the signed list',
  ({ leaf, ...record }) => {
    const said = proveAgainst('vector.pdf', 'record.json', { schema: 'hscbcc.record/1', ...record })
    expect(said.status).toBe(0)
    expect(JSON.parse(said.stdout)).toMatchObject({
      valid: true,
      manifest: { root: ROOT },
      record: { valid: true, recordId: record.recordId, version: record.version, leaf, reasons: [] },
    })
  },
)

test('--record with one letter changed ends with 1 and says so; the paper itself still holds', () => {
  const { leaf: _, ...record } = VECTOR[0]
  const data = { ...record.data, hoTen: 'Nguyễn Thị Hồng Ành' }
  const said = proveAgainst('vector.pdf', 'changed.json', { schema: 'hscbcc.record/1', ...record, data })
  expect(said.status).toBe(1)
  expect(JSON.parse(said.stdout)).toMatchObject({
    ...{ valid: false, reasons: [] },
    record: { valid: false, reasons: [{ code: 'recordDiffers' }] },
  })
})

test('--record of somebody else, of another version, or no record at all is each told apart', () => {
  const { leaf: _, ...record } = VECTOR[0]
  const given = { schema: 'hscbcc.record/1', ...record }
  const codeOf = (one: unknown) =>
    JSON.parse(proveAgainst('vector.pdf', 'other.json', one).stdout).record.reasons[0].code
  expect(codeOf({ ...given, recordId: 'ai-do' })).toBe('recordNotSigned')
  expect(codeOf({ ...given, version: 2 })).toBe('versionDiffers')
  expect(codeOf('không phải JSON')).toBe('recordNotReadable')
})

test('a record proves nothing against a paper that was changed', () => {
  const { leaf: _, ...record } = VECTOR[0]
  expect(proveAgainst('changed.pdf', 'record.json', { schema: 'hscbcc.record/1', ...record }).status).toBe(1)
  const said = verify([path('vector.pdf'), '--record', path('nowhere.json'), '--anchors', anchors])
  expect(said.status).toBe(2)
  expect(said.stderr).toContain(path('nowhere.json'))
})
