import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as pkijs from 'pkijs'
import { beforeAll, describe, expect, test } from 'vitest'
import { approvalPdf } from '@/lib/documents/approval-pdf'
import { readCertificate } from '@/lib/documents/pdf-signature/certificate'
import { type Prepared, prepareSignature } from '@/lib/documents/pdf-signature/prepare'
import { verifyPdf } from '@/lib/documents/pdf-signature/verify'
import { pem } from '@/lib/start/demo-keys'
import { hasTool } from '@/lib/start/tools'
import { aChain, ecKeys, rsaKeys, type Signer } from './a-chain'
import { cmsIn, faultsOf, prepare, SIGNED_AT, signWith, withCms } from './a-signed-pdf'
import { aStatement } from './a-statement'

const chain = aChain('RSA', rsaKeys)
let signer: Signer
let prepared: Prepared
let signed: Uint8Array
beforeAll(async () => {
  signer = chain.signer({ keys: rsaKeys() })
  prepared = await prepare()
  signed = signWith(signer, prepared)
})

test('preparing leaves every byte of the paper as it was, and fills its field once', async () => {
  const paper = await approvalPdf(aStatement())
  expect(Buffer.from(prepared.prepared.subarray(0, paper.length)).equals(paper)).toBe(true)
  const again = prepareSignature(signed, { reason: '', at: SIGNED_AT, signerName: '' })
  await expect(again).rejects.toThrow('NguoiCoThamQuyen is signed already')
})

test('a paper signed by a registered person is valid, with every check named', async () => {
  const verdict = await verifyPdf(signed, {
    file: 'thang-11.pdf',
    anchors: [signer.root],
    at: SIGNED_AT,
    registered: [readCertificate(signer.certificate)!.fingerprint],
    preparedSha256: prepared.sha256,
  })
  expect(verdict).toMatchObject({ valid: true, file: 'thang-11.pdf', reasons: [] })
  expect(verdict.manifest).toMatchObject({ unitCode: 'H20.07', period: '2026-11', count: 3 })
  const [signature] = verdict.signatures
  expect(signature).toMatchObject({
    field: 'NguoiCoThamQuyen',
    signer: 'Nguyễn Thị Hồng Ánh',
    signedAt: SIGNED_AT.toISOString(),
  })
  const outcome = Object.fromEntries(signature!.checks.map(({ code, ok }) => [code, ok]))
  const made = [
    'coverage',
    'format',
    'algorithm',
    'document',
    'certificate',
    'signature',
    'chain',
    'purpose',
    'validity',
  ]
  expect(outcome).toEqual({
    ...Object.fromEntries(made.map((code) => [code, true])),
    registered: true,
    // No service of an authority is asked yet.
    revocation: null,
    timestamp: null,
  })
})

test.each(['P-256', 'P-384'] as const)('a key on %s signs as well', async (curve) => {
  const other = aChain().signer({ keys: ecKeys(curve) })
  expect(await faultsOf(signWith(other, await prepare()), [other.root])).toEqual([])
})

test('a library that knows nothing of ours finds the same signature valid, and a changed file not', async () => {
  const cms = cmsIn(signed, prepared.gap)
  const data = new pkijs.SignedData({ schema: pkijs.ContentInfo.fromBER(arrayBuffer(cms)).content })
  const covered = Buffer.concat([signed.subarray(0, prepared.gap.start), signed.subarray(prepared.gap.end)])
  const check = (bytes: Uint8Array) => data.verify({ signer: 0, data: arrayBuffer(bytes), checkChain: false })
  expect(await check(covered)).toBe(true)
  covered[500]! ^= 1
  await expect(check(covered)).rejects.toBeDefined()
})

const folder = mkdtempSync(join(tmpdir(), 'signed-'))
const saved = (name: string, bytes: Uint8Array | string) => {
  const path = join(folder, name)
  writeFileSync(path, bytes)
  return path
}
const covered = () => Buffer.concat([signed.subarray(0, prepared.gap.start), signed.subarray(prepared.gap.end)])

test.skipIf(!hasTool('pdfsig'))('pdfsig: the signature is valid and the whole document signed', () => {
  const said = execFileSync('pdfsig', ['-nocert', saved('signed.pdf', signed)], { encoding: 'utf8' })
  expect(said).toContain('Signature is Valid')
  expect(said).toContain('Total document signed')
  expect(said).toContain('ETSI.CAdES.detached')
})

test.skipIf(!hasTool('qpdf'))('qpdf: the file is sound', () => {
  const said = execFileSync('qpdf', ['--check', saved('signed.pdf', signed)], { encoding: 'utf8' })
  expect(said).toContain('No syntax or stream encoding errors found')
})

test.skipIf(!hasTool('openssl'))('openssl: the signature in the gap is a valid CAdES over the byte range', () => {
  const files = ['-in', saved('cms.der', cmsIn(signed, prepared.gap)), '-content', saved('covered', covered())]
  const trust = ['-CAfile', saved('root.pem', pem(signer.root))]
  execFileSync('openssl', [
    'cms',
    '-verify',
    '-cades',
    '-binary',
    '-inform',
    'DER',
    ...files,
    ...trust,
    '-out',
    '/dev/null',
  ])
})

describe.skipIf(!hasTool('openssl'))('signatures made by openssl', () => {
  const made = (from: Signer, ...options: string[]) => {
    const key = saved('key.pem', String(from.key.export({ type: 'pkcs8', format: 'pem' })))
    const files = [
      '-in',
      saved('covered', covered()),
      '-signer',
      saved('own.pem', pem(from.certificate)),
      '-inkey',
      key,
    ]
    const others = ['-certfile', saved('sub.pem', from.intermediates.map(pem).join(''))]
    const form = ['-binary', '-outform', 'DER', '-out', join(folder, 'made.der')]
    execFileSync('openssl', ['cms', '-sign', ...files, ...others, ...form, ...options], { stdio: 'pipe' })
    return withCms(prepared.prepared, prepared.gap, readFileSync(join(folder, 'made.der')))
  }
  const PSS = ['-keyopt', 'rsa_padding_mode:pss', '-keyopt', 'rsa_pss_saltlen:digest']

  test.each([
    ['PKCS #1 v1.5 with SHA-256', ['-cades', '-md', 'sha256']],
    ['PKCS #1 v1.5 with SHA-512', ['-cades', '-md', 'sha512']],
    ['PSS with SHA-256', ['-cades', '-md', 'sha256', ...PSS, '-keyopt', 'rsa_mgf1_md:sha256']],
    ['PSS with SHA-384', ['-cades', '-md', 'sha384', ...PSS, '-keyopt', 'rsa_mgf1_md:sha384']],
  ])('%s is accepted', async (_, options) => {
    expect(await faultsOf(made(signer, ...options), [signer.root])).toEqual([])
  })

  test.each(['P-256', 'P-384'] as const)('ECDSA on %s is accepted', async (curve) => {
    const other = aChain().signer({ keys: ecKeys(curve) })
    expect(await faultsOf(made(other, '-cades', '-md', 'sha384'), [other.root])).toEqual([])
  })

  test('SHA-1, a small key and a curve nobody agreed on are not', async () => {
    expect(await faultsOf(made(signer, '-md', 'sha1'), [signer.root])).toContain('weakAlgorithm')
    expect(await faultsOf(made(signer, '-cades', '-md', 'sha1'), [signer.root])).toEqual(['signatureUnreadable'])
    const small = chain.signer({ keys: rsaKeys(1024) })
    expect(await faultsOf(made(small, '-cades', '-md', 'sha256'), [small.root])).toContain('weakAlgorithm')
    const curved = aChain().signer({ keys: ecKeys('P-521') })
    expect(await faultsOf(made(curved, '-cades', '-md', 'sha256'), [curved.root])).toContain('weakAlgorithm')
  })

  test.each([
    ['a short salt', ['-keyopt', 'rsa_padding_mode:pss', '-keyopt', 'rsa_pss_saltlen:20']],
    ['the longest salt', ['-keyopt', 'rsa_padding_mode:pss', '-keyopt', 'rsa_pss_saltlen:max']],
    ['another hash for the mask', [...PSS, '-keyopt', 'rsa_mgf1_md:sha512']],
    ['SHA-1 for the mask', [...PSS, '-keyopt', 'rsa_mgf1_md:sha1']],
  ])('PSS with odd parameters is not: %s', async (_, options) => {
    expect(await faultsOf(made(signer, '-cades', '-md', 'sha256', ...options), [signer.root])).toEqual([
      'weakAlgorithm',
    ])
  })

  test('one that does not name its certificate, or signs no attributes at all, is refused', async () => {
    expect(await faultsOf(made(signer, '-md', 'sha256'), [signer.root])).toEqual(['certificateNotBound'])
    expect(await faultsOf(made(signer, '-md', 'sha256', '-noattr'), [signer.root])).toEqual(['signatureUnreadable'])
  })
})

const arrayBuffer = (bytes: Uint8Array) => Uint8Array.from(bytes).buffer
