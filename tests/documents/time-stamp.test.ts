import { execFileSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { addTimeStamp, lastSignature } from '@/lib/documents/pdf-signature/add-time-stamp'
import { digestOf } from '@/lib/documents/pdf-signature/algorithms'
import { DEMO_MARK } from '@/lib/documents/pdf-signature/demo-certificate'
import { timeStampRequest, tokenInAnswer } from '@/lib/documents/pdf-signature/time-stamp-request'
import { readTimeStamp } from '@/lib/documents/pdf-signature/time-stamp-token'
import { verifyPdf } from '@/lib/documents/pdf-signature/verify'
import type { AuthorityKeys } from '@/lib/simulators/authority/demo-authority'
import { stampTime } from '@/lib/simulators/authority/time-stamp-desk'
import { pem } from '@/lib/start/demo-keys'
import { hasTool } from '@/lib/start/tools'
import { aChain, rsaKeys, type Signer } from './a-chain'
import { cmsIn, faultsOf, prepare, SIGNED_AT, signWith } from './a-signed-pdf'
import { authorityOf, stamped, tokenFor } from './an-authority'

const chain = aChain('Chuỗi có dấu thời gian')
const signer = chain.signer()
const keys = authorityOf(chain)
const later = new Date('2026-11-28T01:00:00Z')
let signed: Uint8Array
let withStamp: Uint8Array
beforeAll(async () => {
  signed = signWith(signer, await prepare())
  withStamp = stamped(signed, keys)
})

const gap = () => lastSignature(signed)!.gap
const signedValue = (pdf: Uint8Array) => lastSignature(pdf)!.value

test('a stamped signature says when it was made, and no byte outside its gap has changed', async () => {
  const verdict = await verifyPdf(withStamp, { anchors: [chain.root], at: later })
  expect(verdict).toMatchObject({ valid: true, signatures: [{ provenAt: SIGNED_AT.toISOString() }] })
  expect(verdict.signatures[0]?.checks).toContainEqual(expect.objectContaining({ code: 'timestamp', ok: true }))
  const { start, end } = gap()
  expect(Buffer.from(withStamp.subarray(0, start)).equals(signed.subarray(0, start))).toBe(true)
  expect(Buffer.from(withStamp.subarray(end)).equals(signed.subarray(end))).toBe(true)
  expect(lastSignature(withStamp)).toMatchObject({ isStamped: true })
})

test('a certificate that has expired since signs as of the stamp; without one, as of the day the file came', async () => {
  const old = chain.signer({ notAfter: new Date('2026-11-27T12:00:00Z') })
  const pdf = signWith(old, await prepare())
  expect(await faultsOf(pdf, [chain.root], { at: later })).toEqual(['certificateExpired'])
  expect(await faultsOf(stamped(pdf, keys), [chain.root], { at: later })).toEqual([])
  // A stamp made too late proves that it was too late.
  expect(await faultsOf(stamped(pdf, keys, later), [chain.root])).toEqual(['certificateExpired'])
})

test('the question carries a number of its own, and the answer repeats it', () => {
  const nonce = randomBytes(8)
  const answer = stampTime(Buffer.from(timeStampRequest(digestOf('sha256', signed), nonce)), keys.stamp, SIGNED_AT)
  const { nonce: repeated, imprint } = readTimeStamp(tokenInAnswer(answer))
  expect(BigInt(`0x${Buffer.from(repeated!).toString('hex')}`)).toBe(BigInt(`0x${nonce.toString('hex')}`))
  expect(Buffer.from(imprint).equals(digestOf('sha256', signed))).toBe(true)
  expect(() => tokenInAnswer(stampTime(Buffer.from('xin chào'), keys.stamp, SIGNED_AT))).toThrow('no time stamp')
})

describe('a stamp that proves nothing is refused, for anybody could have put it there', () => {
  const put = (token: Uint8Array) => faultsOf(addTimeStamp(signed, gap(), token), [chain.root])
  const stampOf = (service: Signer): AuthorityKeys => ({
    ...keys,
    stamp: {
      key: service.key,
      certificates: [service.certificate, ...service.intermediates, service.root].map((one) => Buffer.from(one)),
    },
  })

  test('over another signature', async () => {
    expect(await put(tokenFor(Buffer.from('khác'), keys))).toEqual(['timeStampBroken'])
  })

  test('of an authority nobody trusts', async () => {
    const foreign = authorityOf(aChain('Chuỗi lạ'))
    expect(await put(tokenFor(signedValue(signed), foreign))).toEqual(['timeStampForeign'])
  })

  test('by a certificate that is not for stamping, or not for it alone', async () => {
    const person = stampOf(chain.signer({ keys: rsaKeys() }))
    expect(await put(tokenFor(signedValue(signed), person))).toEqual(['timeStampForeign'])
  })

  test('by a service whose certificate had expired', async () => {
    const old = chain.signer({ keys: rsaKeys(), purpose: 'timeStamping', notAfter: new Date('2026-11-26') })
    expect(await put(tokenFor(signedValue(signed), stampOf(old)))).toEqual(['timeStampForeign'])
  })

  test('by a weak key', async () => {
    const weak = chain.signer({ keys: rsaKeys(1024), purpose: 'timeStamping' })
    expect(await put(tokenFor(signedValue(signed), stampOf(weak)))).toEqual(['timeStampBroken'])
  })

  test('by the demonstration, outside of it', async () => {
    const demo = aChain(DEMO_MARK)
    const anchors = [chain.root, demo.root]
    const pdf = addTimeStamp(signed, gap(), tokenFor(signedValue(signed), authorityOf(demo)))
    expect(await faultsOf(pdf, anchors)).toEqual(['timeStampForeign'])
    expect(await faultsOf(pdf, anchors, { demonstration: true })).toEqual([])
  })

  test('with its time changed', async () => {
    const token = Buffer.from(tokenFor(signedValue(signed), keys))
    const at = token.indexOf('20261127013000Z')
    token.write('20261126013000Z', at)
    expect(await put(token)).toEqual(['timeStampBroken'])
  })

  test('a second one beside the first', () => {
    expect(() => addTimeStamp(withStamp, gap(), tokenFor(signedValue(signed), keys))).toThrow('more than a signature')
  })
})

const folder = mkdtempSync(join(tmpdir(), 'stamped-'))
const saved = (name: string, bytes: Uint8Array | string) => {
  const path = join(folder, name)
  writeFileSync(path, bytes)
  return path
}

test.skipIf(!hasTool('openssl'))('openssl ts: the token stamps this very signature', () => {
  const token = saved('token.der', tokenFor(signedValue(signed), keys))
  const files = ['-data', saved('value', signedValue(signed)), '-in', token, '-token_in']
  const trust = [
    '-CAfile',
    saved('root.pem', pem(chain.root)),
    '-untrusted',
    saved('sub.pem', signer.intermediates.map(pem).join('')),
  ]
  const said = execFileSync('openssl', ['ts', '-verify', ...files, ...trust], { encoding: 'utf8', stdio: 'pipe' })
  expect(said).toContain('Verification: OK')
})

test.skipIf(!hasTool('openssl'))('openssl ts: our question is one, and its own answer is read by us', async () => {
  const query = saved('query.tsq', timeStampRequest(digestOf('sha256', signedValue(signed)), Uint8Array.of(1, 2, 3)))
  expect(execFileSync('openssl', ['ts', '-query', '-in', query, '-text'], { encoding: 'utf8' })).toContain(
    'Nonce: 0x010203',
  )
  const config = saved(
    'tsa.cnf',
    [
      '[tsa]\ndefault_tsa = here\n[here]',
      `serial = ${saved('serial', '01\n')}\ncrypto_device = builtin\ndefault_policy = 1.2.3.4`,
      'digests = sha256\nsigner_digest = sha256\ness_cert_id_alg = sha256\nordering = no\ntsa_name = no\n',
    ].join('\n'),
  )
  const service = keys.stamp as { key: Signer['key']; certificates: Buffer[] }
  const files = [
    '-queryfile',
    query,
    '-signer',
    saved('tsa.pem', pem(service.certificates[0]!)),
    '-out',
    join(folder, 'answer.tsr'),
  ]
  const key = saved('tsa.key', String(service.key.export({ type: 'pkcs8', format: 'pem' })))
  const above = saved('above.pem', service.certificates.slice(1, 2).map(pem).join(''))
  execFileSync('openssl', ['ts', '-reply', '-config', config, '-inkey', key, '-chain', above, ...files], {
    stdio: 'pipe',
  })
  const { readFileSync } = await import('node:fs')
  const token = tokenInAnswer(readFileSync(join(folder, 'answer.tsr')))
  const pdf = addTimeStamp(signed, gap(), token)
  const { signatures } = await verifyPdf(pdf, { anchors: [chain.root], at: new Date() })
  expect(signatures[0]?.checks).toContainEqual(expect.objectContaining({ code: 'timestamp', ok: true }))
})

test.skipIf(!hasTool('openssl'))('openssl cms: the stamped signature is still a CAdES over the byte range', () => {
  const { start, end } = gap()
  const covered = saved('covered', Buffer.concat([withStamp.subarray(0, start), withStamp.subarray(end)]))
  const files = ['-in', saved('cms.der', cmsIn(withStamp, gap())), '-content', covered]
  const trust = ['-CAfile', saved('root.pem', pem(chain.root)), '-out', '/dev/null']
  execFileSync('openssl', ['cms', '-verify', '-cades', '-binary', '-inform', 'DER', ...files, ...trust], {
    stdio: 'pipe',
  })
})

test.skipIf(!hasTool('pdfsig'))('pdfsig: the stamped signature is valid and the whole document signed', () => {
  const said = execFileSync('pdfsig', ['-nocert', saved('stamped.pdf', withStamp)], { encoding: 'utf8' })
  expect(said).toContain('Signature is Valid')
  expect(said).toContain('Total document signed')
})

test.skipIf(!hasTool('qpdf'))('qpdf: the stamped file is sound', () => {
  const said = execFileSync('qpdf', ['--check', saved('stamped.pdf', withStamp)], { encoding: 'utf8' })
  expect(said).toContain('No syntax or stream encoding errors found')
})
