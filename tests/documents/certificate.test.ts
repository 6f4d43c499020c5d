import { X509Certificate } from 'node:crypto'
import { expect, test } from 'vitest'
import { readCertificate } from '@/lib/documents/pdf-signature/certificate'
import { pem } from '@/lib/start/demo-keys'
import { aChain } from './a-chain'

const signer = aChain('Bộ Nội vụ').signer({ name: 'Đặng Thị Mỹ Lệ' })

test('what is read agrees with what OpenSSL reads', () => {
  const other = new X509Certificate(signer.certificate)
  expect(readCertificate(signer.certificate)).toMatchObject({
    commonName: 'Đặng Thị Mỹ Lệ',
    subject: 'C=VN, CN=Đặng Thị Mỹ Lệ',
    issuer: 'C=VN, CN=Bộ Nội vụ - cấp dưới',
    serial: other.serialNumber,
    fingerprint: other.fingerprint256.replaceAll(':', '').toLowerCase(),
    notAfter: new Date(other.validTo),
    keyUsage: ['digitalSignature', 'nonRepudiation'],
    isAuthority: false,
  })
  expect(readCertificate(signer.root)).toMatchObject({ isAuthority: true, pathLength: 1 })
})

test('PEM and DER are the same certificate', () => {
  const fromPem = readCertificate(Buffer.from(pem(signer.certificate)))
  expect(fromPem?.fingerprint).toBe(readCertificate(signer.certificate)?.fingerprint)
})

test.each([
  ['nothing', Buffer.alloc(0)],
  ['a word', Buffer.from('xin chào')],
  ['half a certificate', signer.certificate.subarray(0, 200)],
  ['a certificate and something more', Buffer.concat([signer.certificate, Buffer.from([5, 0])])],
  ['PEM around rubbish', Buffer.from(pem(Buffer.from('xin chào')))],
])('%s is no certificate', (_, bytes) => {
  expect(readCertificate(bytes)).toBeNull()
})
