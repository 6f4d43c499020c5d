import { generateKeyPairSync, type KeyObject } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { readAnchors } from '../documents/pdf-signature/anchors'
import { type Certificate, readCertificate } from '../documents/pdf-signature/certificate'
import { DEMO_MARK, isDemoCertificate } from '../documents/pdf-signature/demo-certificate'
import { issueCertificate } from './issue-certificate'
import { issueCrl } from './issue-crl'
import { keyFile } from './key-file'

/** Password of every demonstration key. */
export const DEMO_KEY_PASSWORD = 'demo-key'

/** Whose keys are made: heads who may sign, others for trying what happens when the wrong person signs, an agency, the services. */
export const DEMO_KEY_HOLDERS = [
  { account: 'thutruong', name: 'Nguyễn Thị Hồng Ánh' },
  { account: 'giamdoc.snv', name: 'Trần Quốc Bảo' },
  // The heads of the other units, who signed the closed months while the province was filled. Making a key takes its time:
  // one does for all of them, each with a certificate of their own.
  { account: 'thutruong.dt', name: 'Nguyễn Đức Phúc', shared: true },
  { account: 'thutruong.sgddt', name: 'Dương Ánh Nương', shared: true },
  { account: 'thutruong.thptlongthanh', name: 'Lê Thùy Lệ', shared: true },
  { account: 'thutruong.syt', name: 'Phạm Thị Hồng', shared: true },
  { account: 'thutruong.bvsadec', name: 'Tô Thị Bích An', shared: true },
  { account: 'thutruong.ccattp', name: 'Trịnh Thị Đào', shared: true },
  { account: 'thutruong.vphdnd', name: 'Nguyễn Văn Quân', shared: true },
  { account: 'thutruong.bqlkkt', name: 'Lê Cẩm Cúc', shared: true },
  { account: 'thutruong.vpatgt', name: 'Đỗ Anh Hiếu', shared: true },
  { account: 'thutruong.cdcongdong', name: 'Tạ Minh Hải', shared: true },
  { account: 'thutruong.pcaolanh', name: 'Võ Thành Khang', shared: true },
  { account: 'thutruong.thlequydon', name: 'Nguyễn Thanh An', shared: true },
  { account: 'thutruong.xthapmuoi', name: 'Võ Văn Việt', shared: true },
  { account: 'thutruong.thcsthapmuoi', name: 'Kim Hồng An', shared: true },
  { account: 'thutruong.hoictd', name: 'Võ Thanh Tín', shared: true },
  { account: 'thutruong.mnsenhong', name: 'Quách Công Luân', shared: true },
  { account: 'thutruong.stc', name: 'Bùi Như Anh', shared: true },
  { account: 'thutruong.tct', name: 'Nguyễn Hoàng Giang', shared: true },
  { account: 'hoso', name: 'Võ Thị Kim Ngân' },
  { account: 'sonoivu', name: 'Phạm Minh Đức' },
  { account: 'vanthu', name: 'Con dấu cơ quan' },
  { account: 'tsa', name: 'Dịch vụ cấp dấu thời gian' },
  { account: 'ocsp', name: 'Dịch vụ tra cứu thu hồi' },
] as const satisfies DemoHolder[]

/** Whose certificates serve an authority's own answers, and nothing else. */
const SERVICES: Record<string, 'timeStamping' | 'ocspSigning'> = { tsa: 'timeStamping', ocsp: 'ocspSigning' }

export type DemoHolder = { account: string; name: string; shared?: true }

type MakeDemoKeys = {
  at?: Date
  holders?: readonly DemoHolder[]
  /** The heads of a generated province: a certificate each, and for all of them one key, `CROWD_KEY`. */
  crowd?: readonly DemoHolder[] | undefined
}

/** In `demo-keys`: what the heads of a generated province sign with while it is filled. */
export const CROWD_KEY = 'crowd.key.pem'

const ORGANISATION = `${DEMO_MARK} - Cổng hồ sơ tỉnh Đồng Tháp`
const ROOT = { commonName: `${DEMO_MARK} - Chứng thực gốc`, organisation: ORGANISATION }
const SUB = { commonName: `${DEMO_MARK} - Chứng thực công vụ`, organisation: ORGANISATION }

/**
 * Makes the demonstration chain (root → sub → holders) in `<folder>/demo-keys/<account>.p12` and `.pem`, and its root in
 * `<folder>/anchors/demo-root.pem`. Does nothing when the keys of all holders are there. The keys of the authorities are not kept:
 * nobody can issue further certificates. `at` is the moment of making; certificates hold from two years before, so that a
 * demonstration may be set to a past day.
 */
export function makeDemoKeys(
  folder: string,
  { at = new Date(), holders = DEMO_KEY_HOLDERS, crowd = [] }: MakeDemoKeys = {},
) {
  const all = [...holders, ...crowd]
  const made = all.every(({ account }) => existsSync(keyPath(folder, account, 'pem')))
  if (made && existsSync(rootPath(folder))) return
  const years = (count: number) => new Date(Date.UTC(at.getUTCFullYear() + count, at.getUTCMonth(), 1))
  const [root, sub] = [newKey(), newKey()]
  const issued = { notBefore: years(-2), notAfter: years(20), authority: { pathLength: 1 } }
  const rootIssuer = { subject: ROOT, ...root }
  const rootCertificate = issueCertificate({ ...issued, subject: ROOT, publicKey: root.publicKey, issuer: rootIssuer })
  const subCertificate = issueCertificate({
    ...issued,
    authority: { pathLength: 0 },
    subject: SUB,
    publicKey: sub.publicKey,
    issuer: rootIssuer,
  })
  const temporary = `${folder}/demo-keys.new`
  rmSync(temporary, { recursive: true, force: true })
  mkdirSync(temporary, { recursive: true, mode: 0o700 })
  const oneForAll = newKey()
  if (crowd.length > 0) writeKey(`${temporary}/${CROWD_KEY}`, oneForAll.privateKey)
  for (const { account, name, shared } of all) {
    const isOfCrowd = crowd.some((one) => one.account === account)
    const key = shared || isOfCrowd ? oneForAll : newKey()
    const certificate = issueCertificate({
      subject: { commonName: `${DEMO_MARK} - ${name}`, organisation: ORGANISATION, unit: account },
      publicKey: key.publicKey,
      issuer: { subject: SUB, ...sub },
      notBefore: years(-2),
      notAfter: years(5),
      authority: null,
      purpose: SERVICES[account] ?? 'signing',
    })
    const chain = [certificate, subCertificate, rootCertificate]
    writeFileSync(`${temporary}/${account}.pem`, chain.map(pem).join(''))
    if (isOfCrowd) continue
    writeFileSync(`${temporary}/${account}.p12`, keyFile({ key: key.privateKey, chain, password: DEMO_KEY_PASSWORD }), {
      mode: 0o600,
    })
    // The simulated services have nobody to type a password.
    if (SERVICES[account]) writeKey(`${temporary}/${account}.key.pem`, key.privateKey)
  }
  const list = issueCrl({ issuer: rootIssuer, thisUpdate: years(-2), nextUpdate: years(20) })
  writeFileSync(`${temporary}/0.crl`, list)
  rmSync(`${folder}/demo-keys`, { recursive: true, force: true })
  renameSync(temporary, `${folder}/demo-keys`)
  mkdirSync(`${folder}/anchors`, { recursive: true })
  writeFileSync(rootPath(folder), pem(rootCertificate))
}

const keyPath = (folder: string, account: string, kind: 'p12' | 'pem') =>
  join(folder, 'demo-keys', `${account}.${kind}`)
const rootPath = (folder: string) => join(folder, 'anchors', 'demo-root.pem')

const writeKey = (path: string, key: KeyObject) =>
  writeFileSync(path, key.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600 })

const newKey = (): { privateKey: KeyObject; publicKey: KeyObject } =>
  generateKeyPairSync('rsa', { modulusLength: 2048 })

export const pem = (der: Uint8Array) =>
  `-----BEGIN CERTIFICATE-----\n${Buffer.from(der)
    .toString('base64')
    .replace(/.{1,64}/g, '$&\n')}-----END CERTIFICATE-----\n`

/** The demonstration certificates by account, as the seed registers them. Empty when no keys were made. */
export function readDemoCertificates(folder: string): Map<string, Certificate> {
  const keys = join(folder, 'demo-keys')
  if (!existsSync(keys)) return new Map()
  const files = readdirSync(keys).filter((name) => name.endsWith('.pem'))
  return new Map(
    files.flatMap((name): [string, Certificate][] => {
      const certificate = readCertificate(readFileSync(join(keys, name)))
      return certificate ? [[name.slice(0, -'.pem'.length), certificate]] : []
    }),
  )
}

/**
 * Whether a certificate, or a fingerprint (SHA-256, hex), belongs to a demonstration chain: by the mark in its names, or because
 * its fingerprint is one of those made in `folder`. Outside the demonstration such a certificate is refused everywhere.
 */
export function isDemoChain(one: Certificate | string, folder: string): boolean {
  if (typeof one !== 'string') return isDemoCertificate(one) || isDemoChain(one.fingerprint, folder)
  const made = [...readDemoCertificates(folder).values()]
  const anchors = existsSync(join(folder, 'anchors')) ? readAnchors(join(folder, 'anchors')) : []
  const demoAnchors = anchors.map(readCertificate).filter((anchor) => anchor !== null && isDemoCertificate(anchor))
  return [...made, ...demoAnchors].some(
    (certificate) => certificate?.fingerprint === one.replaceAll(':', '').toLowerCase(),
  )
}
