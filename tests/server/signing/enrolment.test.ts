import '../../support/every-way'
import '../../support/own-data-folder'
import { sign } from 'node:crypto'
import { beforeAll, expect, test, vi } from 'vitest'
import { recheckBatch } from '@/lib/server/approvals/recheck-batch'
import { db } from '@/lib/server/db'
import { confirmEnrolment, refuseEnrolment } from '@/lib/server/enrolment/decide-enrolment'
import { openEnrolment } from '@/lib/server/enrolment/open-enrolment'
import { completeEnrolment, ownSheet, startEnrolment } from '@/lib/server/enrolment/sign-enrolment'
import { takeSource, takeUpload } from '@/lib/server/signing/one-time-door'
import { openSession } from '@/lib/server/signing/open-session'
import { signPdf } from '@/lib/simulators/vgca/tool-pdf'
import { aChain, rsaKeys, type Signer } from '../../documents/a-chain'
import { actorOf, aPerson, aSubmission, aUnit, NOW } from '../../support/builders'
import { aCompleteDraft } from '../../support/complete-draft'
import { base64, call, chain, openMonth, signBatch, start, trust } from '../../support/signing'
import { atAPortal, onToken } from '../../support/tool-signing'

vi.setConfig({ testTimeout: 60_000 })
beforeAll(() => trust())
const refused = (code: string) => expect.objectContaining({ code })

async function aHouse() {
  const unit = await aUnit()
  const head = await aPerson(unit, { name: 'Ngô Thanh Liêm' })
  const actor = await atAPortal(await actorOf(head, unit, 'person', 'unitHead'))
  const admin = await actorOf(await aPerson(unit), unit, 'unitAdmin')
  return { unit, head, actor, admin }
}
type House = Awaited<ReturnType<typeof aHouse>>

const aSheet = async ({ actor }: House, replacesId: string | null = null) =>
  (await openEnrolment(call(actor, { replacesId }))).enrolmentId

/** As the page does it with an opened key file. */
async function enrol({ actor }: House, id: string, { certificate, intermediates, key }: Signer) {
  const given = { id, certificate: base64(certificate), intermediates: intermediates.map(base64) }
  const { attributes } = await startEnrolment(call(actor, given))
  const signature = base64(sign('sha256', Buffer.from(attributes, 'base64'), key))
  return completeEnrolment(call(actor, { id, signature }))
}

const confirm = ({ admin }: House, enrolmentId: string) => confirmEnrolment(call(admin, { enrolmentId }))

async function anOpenMonth({ unit, actor }: House) {
  const { person, record } = await aPerson(unit)
  await aSubmission(
    record.id,
    'checked',
    aCompleteDraft({ fullName: person.fullName, citizenId: person.citizenId, unit }),
  )
  return (await openMonth(actor, unit)).batchId
}

test('a person signs the sheet, the administrator confirms, and only then the key signs a month', async () => {
  const house = await aHouse()
  const key = chain.signer({ name: 'Ngô Thanh Liêm', keys: rsaKeys() })
  const id = await aSheet(house)
  expect(await enrol(house, id, key)).toEqual({ remarks: [expect.stringContaining('không ghi số căn cước')] })
  const batchId = await anOpenMonth(house)
  await expect(start(house.actor, batchId, key)).rejects.toThrow(refused('certificateNotRegistered'))
  await expect(confirmEnrolment(call(house.actor, { enrolmentId: id }))).rejects.toThrow(refused('notFound'))
  await confirm(house, id)
  await expect(confirm(house, id)).rejects.toThrow(refused('enrolmentOver'))
  await signBatch(house.actor, batchId, key)
  const log = await db.auditEvent.findMany({
    where: { action: { startsWith: 'certificate.' } },
    orderBy: { at: 'asc' },
  })
  expect(log.map(({ action }) => action).sort()).toEqual(['certificate.enrolled', 'certificate.registered'])
})

test('the sheet is signed by the tool as well, and a sheet approves nothing', async () => {
  const house = await aHouse()
  const id = await aSheet(house)
  const { source, upload } = await openSession(call(house.actor, { subject: 'enrolment', subjectId: id, way: 'vgca' }))
  const token = (address: string) => new URL(address).searchParams.get('t')!
  const { pdf } = await takeSource(token(source), NOW)
  const key = chain.signer({ name: 'NGÔ THANH LIÊM' })
  const signed = signPdf(pdf, onToken(key))
  expect(await takeUpload(token(upload), signed, NOW)).toBeNull()
  await confirm(house, id)
  expect(await db.signerCertificate.count({ where: { userId: house.actor.userId } })).toBe(1)
  const batchId = await anOpenMonth(house)
  const batch = await openSession(call(house.actor, { subject: 'batch', subjectId: batchId, way: 'upload' }))
  expect((await takeUpload(token(batch.upload), signed, NOW))?.code).toBe('signatureRefused')
})

test('a replaced certificate signs no more, and what it approved stays approved', async () => {
  const house = await aHouse()
  const [old, next] = [chain.signer({ name: 'Ngô Thanh Liêm' }), chain.signer({ name: 'Ngô Thanh Liêm' })]
  const first = await aSheet(house)
  await enrol(house, first, old)
  const { certificateId } = await confirm(house, first)
  const batchId = await anOpenMonth(house)
  await signBatch(house.actor, batchId, old)
  const second = await aSheet(house, certificateId)
  await enrol(house, second, next)
  await confirm(house, second)
  expect(await db.signerCertificate.findUnique({ where: { id: certificateId } })).toMatchObject({
    withdrawnAt: NOW,
    withdrawnWhy: 'replaced',
  })
  expect(await recheckBatch(call(house.actor, { batchId }))).toMatchObject({ valid: true })
})

test('a certificate that is somebody else’s, expired, weak, foreign or registered already is refused', async () => {
  const house = await aHouse()
  const tried = async (key: Signer) => enrol(house, await aSheet(house), key)
  await expect(tried(chain.signer({ name: 'Người khác' }))).rejects.toThrow(refused('certificateOfAnother'))
  const old = chain.signer({ name: 'Ngô Thanh Liêm', notAfter: new Date('2026-11-01') })
  await expect(tried(old)).rejects.toThrow(refused('certificateExpired'))
  const weak = chain.signer({ name: 'Ngô Thanh Liêm', keys: rsaKeys(1024) })
  await expect(tried(weak)).rejects.toThrow(refused('certificatePurpose'))
  const foreign = aChain('Chuỗi lạ').signer({ name: 'Ngô Thanh Liêm' })
  await expect(tried(foreign)).rejects.toThrow(refused('certificateForeign'))
  const own = chain.signer({ name: 'Ngô Thanh Liêm' })
  const id = await aSheet(house)
  await enrol(house, id, own)
  await confirm(house, id)
  await expect(tried(own)).rejects.toThrow(refused('certificateTaken'))
  const namesake = await aHouse()
  const theirs = await aSheet(namesake)
  await expect(enrol(namesake, theirs, own)).rejects.toThrow(refused('certificateTaken'))
})

test('another’s sheet is nobody’s, an old one is over, and a refusal is kept with its reason', async () => {
  const [house, other] = [await aHouse(), await aHouse()]
  const id = await aSheet(house)
  await expect(ownSheet(call(other.actor, { id }))).rejects.toThrow(refused('notFound'))
  const later = new Date(NOW.getTime() + 25 * 3_600_000)
  await expect(ownSheet(call(house.actor, { id }, later))).rejects.toThrow(refused('enrolmentOver'))
  await enrol(house, id, chain.signer({ name: 'Ngô Thanh Liêm' }))
  await expect(refuseEnrolment(call(other.admin, { enrolmentId: id, reason: 'x' }))).rejects.toThrow(
    refused('notFound'),
  )
  await refuseEnrolment(call(house.admin, { enrolmentId: id, reason: 'Chưa có giấy của nhà cung cấp' }))
  expect(await db.certificateEnrolment.findUnique({ where: { id } })).toMatchObject({
    state: 'refused',
    reason: 'Chưa có giấy của nhà cung cấp',
  })
  expect(await db.signerCertificate.count({ where: { userId: house.actor.userId } })).toBe(0)
})
