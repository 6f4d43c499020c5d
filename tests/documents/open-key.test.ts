import { execFileSync } from 'node:child_process'
import { createHash, verify, X509Certificate } from 'node:crypto'
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { openKey } from '@/components/approvals/open-key'
import { signedAttributes } from '@/lib/documents/pdf-signature/signed-attributes'
import { pem } from '@/lib/start/demo-keys'
import { keyFile } from '@/lib/start/key-file'
import { hasTool } from '@/lib/start/tools'
import { aChain, ecKeys, rsaKeys, type Signer } from './a-chain'

// Keys of the common kind, and a key whose authority signs with elliptic curves, which forge reads but half.
let signer: Signer
let issuedByCurve: Signer
beforeAll(() => {
  signer = aChain('RSA', rsaKeys).signer({ keys: rsaKeys() })
  issuedByCurve = aChain('EC').signer({ keys: rsaKeys() })
})

const made = (password: string, algorithm: 'aes256' | '3des' = 'aes256') =>
  buffer(keyFile({ key: signer.key, chain: [signer.certificate], password, algorithm }))
const buffer = (bytes: Uint8Array) => Uint8Array.from(bytes).buffer
const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64')

test.each(['aes256', '3des'] as const)('a key locked with %s opens and signs what is shown', async (algorithm) => {
  const key = await openKey(made('demo-key', algorithm), 'demo-key')
  expect(key).toMatchObject({
    certificate: base64(signer.certificate),
    subject: 'Nguyễn Thị Hồng Ánh',
    serial: new X509Certificate(signer.certificate).serialNumber,
    notAfter: new Date('2030-01-01'),
  })
  const digest = createHash('sha256').update('paper').digest()
  const attributes = signedAttributes(digest, signer.certificate)
  const signature = Buffer.from(key.sign(attributes, digest.toString('hex')), 'base64')
  expect(verify('sha256', attributes, new X509Certificate(signer.certificate).publicKey, signature)).toBe(true)
})

test('what is not shown is not signed', async () => {
  const key = await openKey(made('demo-key'), 'demo-key')
  const shown = createHash('sha256').update('paper').digest()
  const other = signedAttributes(createHash('sha256').update('other paper').digest(), signer.certificate)
  expect(() => key.sign(other, shown.toString('hex'))).toThrow(expect.objectContaining({ code: 'digestDiffers' }))
  expect(() => key.sign(Uint8Array.of(1, 2, 3), shown.toString('hex'))).toThrow(/đang hiện/)
})

test.each(['sai', '', 'demo-key '])('the password "%s" is wrong', async (password) => {
  await expect(openKey(made('demo-key'), password)).rejects.toMatchObject({ code: 'wrongPassword' })
})

test.each([
  ['nothing', Buffer.alloc(0)],
  ['a picture', Buffer.from('iVBORw0KGgoAAAANSUhEUg', 'base64')],
  ['a word', Buffer.from('xin chào')],
])('%s is no key file', async (_, bytes) => {
  await expect(openKey(buffer(bytes), 'demo-key')).rejects.toMatchObject({ code: 'notAKeyFile' })
})

test('a certificate alone is no key file', async () => {
  await expect(openKey(buffer(signer.certificate), 'demo-key')).rejects.toMatchObject({ code: 'notAKeyFile' })
})

describe.skipIf(!hasTool('openssl'))('key files made by openssl', () => {
  const folder = mkdtempSync(join(tmpdir(), 'keys-'))
  const exported = (from: Signer, password: string, ...options: string[]) => {
    const paths = ['key.pem', 'own.pem', 'chain.pem', 'out.p12'].map((name) => join(folder, name))
    const [key, own, others, out] = paths as [string, string, string, string]
    writeFileSync(key, from.key.export({ type: 'pkcs8', format: 'pem' }))
    writeFileSync(own, pem(from.certificate))
    writeFileSync(others, [...from.intermediates, from.root].map(pem).join(''))
    const files = ['-inkey', key, '-in', own, '-certfile', others, '-out', out]
    execFileSync('openssl', ['pkcs12', '-export', ...files, '-passout', `pass:${password}`, ...options])
    return buffer(readFileSync(out))
  }

  test.each(['demo-key', 'Mật khẩu Đồng Tháp'])('a newer file with the password "%s" opens', async (password) => {
    for (const from of [signer, issuedByCurve]) {
      const key = await openKey(exported(from, password), password.normalize('NFD'))
      expect(key.certificate).toBe(base64(from.certificate))
      expect(key.intermediates).toEqual([...from.intermediates, from.root].map(base64))
    }
  })

  test('a Vietnamese password may be wrong, too', async () => {
    await expect(openKey(exported(signer, 'Mật khẩu'), 'Mặt khẩu')).rejects.toMatchObject({ code: 'wrongPassword' })
  })

  test('a file without a key, and a key that is not RSA, are told apart', async () => {
    await expect(openKey(exported(signer, 'demo-key', '-nokeys'), 'demo-key')).rejects.toMatchObject({ code: 'noKey' })
    const elliptic = aChain().signer({ keys: ecKeys('P-256') })
    await expect(openKey(exported(elliptic, 'demo-key'), 'demo-key')).rejects.toMatchObject({ code: 'keyNotRsa' })
  })
})
