import { generateKeyPairSync, type KeyObject } from 'node:crypto'
import { type CertificateRequest, issueCertificate } from '@/lib/start/issue-certificate'

export type Keys = { privateKey: KeyObject; publicKey: KeyObject }
export type Signer = { certificate: Uint8Array; intermediates: Uint8Array[]; root: Uint8Array; key: KeyObject }

export const rsaKeys = (bits = 2048): Keys => generateKeyPairSync('rsa', { modulusLength: bits })
export const ecKeys = (curve: 'P-256' | 'P-384' | 'P-521'): Keys => generateKeyPairSync('ec', { namedCurve: curve })

export const VALID = { notBefore: new Date('2025-01-01'), notAfter: new Date('2030-01-01') }

type Wish = Partial<CertificateRequest> & { name?: string; keys?: Keys; sub?: Partial<CertificateRequest> }

/** A root, an authority below it, and as many signers as asked for; EC keys where nothing else is said, since they are made at once. */
export function aChain(name = 'Chuỗi thử', newKeys = () => ecKeys('P-256')) {
  const [rootKeys, subKeys] = [newKeys(), newKeys()]
  const [rootName, subName] = [{ commonName: `${name} - gốc` }, { commonName: `${name} - cấp dưới` }]
  const rootIssuer = { subject: rootName, ...rootKeys }
  const authority = { ...VALID, issuer: rootIssuer }
  const root = issueCertificate({
    ...authority,
    subject: rootName,
    publicKey: rootKeys.publicKey,
    authority: { pathLength: 1 },
  })
  const signer = ({ name = 'Nguyễn Thị Hồng Ánh', keys = ecKeys('P-256'), sub, ...wish }: Wish = {}): Signer => {
    const subCertificate = issueCertificate({
      ...authority,
      subject: subName,
      publicKey: subKeys.publicKey,
      authority: { pathLength: 0 },
      ...sub,
    })
    const certificate = issueCertificate({
      ...VALID,
      subject: { commonName: name },
      publicKey: keys.publicKey,
      issuer: { subject: subName, ...subKeys },
      authority: null,
      ...wish,
    })
    return { certificate, intermediates: [subCertificate], root, key: keys.privateKey }
  }
  return { root, signer, rootIssuer, subIssuer: { subject: subName, ...subKeys } }
}
