import { generateKeyPairSync } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test, vi } from 'vitest'
import { readAnchors } from '@/lib/documents/pdf-signature/anchors'
import { db } from '@/lib/server/db'
import { inspectCertificate, registerCertificate, withdrawCertificate } from '@/lib/server/people/certificates'
import { issueAccount } from '@/lib/server/people/issue-account'
import { acceptableCertificate } from '@/lib/server/people/read-certificate'
import { makeDemoKeys } from '@/lib/start/demo-keys'
import { issueCertificate } from '@/lib/start/issue-certificate'
import { anActor, aPerson, aSmallProvince, as, FOUNDER, NOW } from './small-province'

vi.setConfig({ testTimeout: 30_000 })

const folder = await vi.hoisted(async () => {
  const [{ mkdtempSync }, { tmpdir }] = await Promise.all([import('node:fs'), import('node:os')])
  process.env.DATA_FOLDER = mkdtempSync(`${tmpdir()}/portal-certificates-`)
  return process.env.DATA_FOLDER
})
const holders = [
  { account: 'thutruong', name: 'Nguyễn Thị Hồng Ánh' },
  { account: 'nguoikhac', name: 'Người khác' },
]
makeDemoKeys(folder, { at: NOW, holders })
const fileOf = (account: string) => new Uint8Array(readFileSync(join(folder, 'demo-keys', `${account}.pem`)))
const strangers = mkdtempSync(join(tmpdir(), 'portal-strangers-'))
makeDemoKeys(strangers, { at: NOW, holders: [{ account: 'la', name: 'Người lạ' }] })
const foreign = new Uint8Array(readFileSync(join(strangers, 'demo-keys', 'la.pem')))
afterAll(() => {
  for (const one of [folder, strangers]) rmSync(one, { recursive: true, force: true })
})

const province = await aSmallProvince()
const unitAdmin = await anActor('unitAdmin', province.sgddt)
const aHead = async (where = province.school) => {
  const { personId } = await aPerson(where)
  return (await as(FOUNDER)(issueAccount, { personId })).userId
}

test('a certificate is shown, then registered, with subject, serial and fingerprint in the log', async () => {
  const input = { userId: await aHead(), file: fileOf('thutruong') }
  const facts = await inspectCertificate({ actor: unitAdmin, input, now: NOW })
  expect(facts).toMatchObject({
    subject: expect.stringContaining('MÔ PHỎNG - Nguyễn Thị Hồng Ánh'),
    issuer: expect.stringContaining('Chứng thực công vụ'),
    serial: expect.stringMatching(/^[0-9A-F]+$/),
    fingerprint: expect.stringMatching(/^[0-9a-f]{64}$/),
  })
  expect(await db.signerCertificate.count()).toBe(0)
  const { certificateId } = await as(unitAdmin)(registerCertificate, input)
  const { subject, serial, fingerprint } = facts
  expect(await db.signerCertificate.findUnique({ where: { id: certificateId } })).toMatchObject({
    subject,
    fingerprint,
  })
  const trace = await db.auditEvent.findFirstOrThrow({ where: { action: 'certificate.registered' } })
  expect(trace.detail).toEqual({ subject, serial, fingerprint })

  await expect(as(unitAdmin)(registerCertificate, input)).rejects.toMatchObject({ code: 'certificateTaken' })
  const another = { ...input, userId: await aHead() }
  await expect(as(unitAdmin)(registerCertificate, another)).rejects.toMatchObject({ code: 'certificateTaken' })
  await as(unitAdmin)(withdrawCertificate, { certificateId })
  expect((await db.signerCertificate.findUniqueOrThrow({ where: { id: certificateId } })).withdrawnAt).toEqual(NOW)
  // What was withdrawn may come back to the same person, and to nobody else.
  await expect(as(unitAdmin)(registerCertificate, another)).rejects.toMatchObject({ code: 'certificateTaken' })
  await expect(as(unitAdmin)(registerCertificate, input)).resolves.toEqual({ certificateId })
})

test('a file that is none, an authority’s own, or from a stranger’s chain is refused', async () => {
  const userId = await aHead()
  const register = (file: Uint8Array) => as(unitAdmin)(registerCertificate, { userId, file })
  await expect(register(new TextEncoder().encode('xin chào'))).rejects.toMatchObject({ code: 'certificateUnreadable' })
  await expect(register(fileOf('nguoikhac').subarray(0, 400))).rejects.toMatchObject({ code: 'certificateUnreadable' })
  const [root] = readAnchors(join(folder, 'anchors'))
  await expect(register(root!)).rejects.toMatchObject({ code: 'certificatePurpose' })
  await expect(register(foreign)).rejects.toMatchObject({ code: 'certificateForeign' })
})

test('nobody registers for people of other units, or for themselves', async () => {
  const file = fileOf('nguoikhac')
  const outside = await aHead(province.syt)
  await expect(as(unitAdmin)(registerCertificate, { userId: outside, file })).rejects.toMatchObject({
    code: 'notFound',
  })
  const oneself = { userId: unitAdmin.userId, file }
  await expect(as(unitAdmin)(registerCertificate, oneself)).rejects.toMatchObject({ code: 'ownAccount' })
  const officer = await anActor('recordsOfficer', province.school)
  await expect(as(officer)(registerCertificate, { userId: await aHead(), file })).rejects.toMatchObject({
    code: 'notFound',
  })
})

test('the demonstration’s chain counts for nothing outside it, and a term that is over for nothing anywhere', () => {
  const anchors = readAnchors(join(folder, 'anchors'))
  const judge = (at: Date, demonstration: boolean) =>
    acceptableCertificate(fileOf('thutruong'), { anchors, demonstration, at }).serial
  expect(judge(NOW, true)).toMatch(/^[0-9A-F]+$/)
  expect(() => judge(NOW, false)).toThrow('certificateForeign')
  expect(() => judge(new Date('2033-01-01'), true)).toThrow('certificateExpired')
  expect(() => judge(new Date('2020-01-01'), true)).toThrow('certificateEarly')
})

test('a certificate for another purpose is not for signing', () => {
  const key = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const subject = { commonName: 'Mã hóa thư' }
  const issued = {
    subject,
    issuer: { subject, ...key },
    notBefore: new Date('2026-01-01'),
    notAfter: new Date('2030-01-01'),
  }
  const file = issueCertificate({ ...issued, publicKey: key.publicKey, authority: null, purpose: 'encryption' })
  const trust = { anchors: [file], demonstration: true, at: NOW }
  expect(() => acceptableCertificate(file, trust)).toThrow('certificatePurpose')
})
