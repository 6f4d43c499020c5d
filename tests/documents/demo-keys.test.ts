import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openKey } from '@/components/approvals/open-key'
import { readAnchors } from '@/lib/documents/pdf-signature/anchors'
import { readCertificate } from '@/lib/documents/pdf-signature/certificate'
import {
  DEMO_KEY_HOLDERS,
  DEMO_KEY_PASSWORD,
  isDemoChain,
  makeDemoKeys,
  readDemoCertificates,
} from '@/lib/start/demo-keys'
import { hasTool } from '@/lib/start/tools'
import { aChain } from './a-chain'

const folder = mkdtempSync(join(tmpdir(), 'demo-'))
const keyPath = (account: string) => join(folder, 'demo-keys', `${account}.p12`)
beforeAll(() => makeDemoKeys(folder, { at: new Date('2026-11-22') }))
afterAll(() => rmSync(folder, { recursive: true }))

test('every account has its key and certificate, and the chain its root', () => {
  const accounts = DEMO_KEY_HOLDERS.map(({ account }) => account).sort()
  expect([...readDemoCertificates(folder).keys()].sort()).toEqual(accounts)
  expect(readdirSync(join(folder, 'anchors'))).toEqual(['demo-root.pem'])
  expect(statSync(keyPath('thutruong')).mode & 0o077).toBe(0)
})

test('a second start makes nothing anew', () => {
  const before = readFileSync(keyPath('thutruong'))
  makeDemoKeys(folder)
  expect(readFileSync(keyPath('thutruong')).equals(before)).toBe(true)
})

test('a key opens in the page, with the certificate the seed registers', async () => {
  for (const [account, certificate] of readDemoCertificates(folder)) {
    const key = await openKey(Uint8Array.from(readFileSync(keyPath(account))).buffer, DEMO_KEY_PASSWORD)
    expect(Buffer.from(key.certificate, 'base64').equals(certificate.der)).toBe(true)
    expect(key).toMatchObject({ subject: certificate.commonName, serial: certificate.serial })
  }
})

test.skipIf(!hasTool('openssl'))('openssl opens a key, and finds its certificate good', () => {
  const options = ['-in', keyPath('thutruong'), '-passin', `pass:${DEMO_KEY_PASSWORD}`, '-nodes']
  expect(execFileSync('openssl', ['pkcs12', ...options], { encoding: 'utf8', stdio: 'pipe' })).toContain('PRIVATE KEY')
  const chain = join(folder, 'demo-keys', 'thutruong.pem')
  const trust = ['-CAfile', join(folder, 'anchors', 'demo-root.pem'), '-untrusted', chain]
  expect(execFileSync('openssl', ['verify', ...trust, chain], { encoding: 'utf8' })).toContain('OK')
})

test('every name says that it is a demonstration, and every part of the chain is known as one', () => {
  const everyone = [
    ...readDemoCertificates(folder).values(),
    ...readAnchors(join(folder, 'anchors')).map(readCertificate),
  ]
  for (const certificate of everyone) {
    expect(certificate!.subject).toContain('CN=MÔ PHỎNG')
    expect(certificate!.issuer).toContain('CN=MÔ PHỎNG')
    expect(isDemoChain(certificate!, '/nowhere')).toBe(true)
    expect(isDemoChain(certificate!.fingerprint, folder)).toBe(true)
  }
})

test('a real certificate is none, whatever the folder', () => {
  const real = readCertificate(aChain('Bộ Nội vụ').signer().certificate)!
  expect(isDemoChain(real, folder)).toBe(false)
  expect(isDemoChain(real.fingerprint, '/nowhere')).toBe(false)
})

test('the keys are good on any day a demonstration may be set to', () => {
  for (const { notBefore, notAfter } of readDemoCertificates(folder).values()) {
    expect(notBefore <= new Date('2025-01-01')).toBe(true)
    expect(notAfter >= new Date('2030-01-01')).toBe(true)
  }
})
