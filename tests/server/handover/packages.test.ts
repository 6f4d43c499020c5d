import '../../support/own-data-folder'
import { execFileSync } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, expect, test, vi } from 'vitest'
import { recordLeaf } from '@/lib/documents/merkle'
import { verifyPdf } from '@/lib/documents/pdf-signature/verify'
import { db } from '@/lib/server/db'
import { CheckPackage, checkPackage } from '@/lib/server/handover/check-package'
import { makePackage } from '@/lib/server/handover/make-package'
import { handoverFile, receivedFile } from '@/lib/server/handover/package-file'
import { receivePackage } from '@/lib/server/handover/receive-package'
import { RecordReceipt, recordReceipt } from '@/lib/server/handover/record-receipt'
import { undoMovement } from '@/lib/server/movements/undo-movement'
import { reportsDue } from '@/lib/server/movements/written-movements'
import { recordPage } from '@/lib/server/records/record-page'
import { trustAnchors } from '@/lib/server/trust-anchors'
import { aUnit, call, NOW, someone } from '../../support/builders'
import { trust } from '../../support/signing'
import {
  aLeaving,
  anyId,
  aPackage,
  aReceiver,
  elsewhere,
  filesOf,
  PDF,
  reception,
  repacked,
  rewritten,
} from './a-package'

vi.setConfig({ testTimeout: 60_000 })
beforeAll(() => trust())

const look = (bytes: Uint8Array, { id: unitId }: { id: string }) =>
  CheckPackage.parse({ unitId, package: Buffer.from(bytes).toString('base64') })

/** The reasons against a package, as its receiver reads them. */
async function reasonsAgainst(bytes: Uint8Array): Promise<string> {
  const { officer, unit } = await aReceiver()
  const before = await db.person.count()
  const refused = await checkPackage(call(officer, look(bytes, unit))).then(
    () => ({ details: { reasons: [] as string[] } }),
    (error) => error as { details: { reasons: string[] } },
  )
  expect(await db.person.count()).toBe(before)
  return refused.details.reasons.join(' ')
}

test('R104: a package holds the approved record, its paper, what proves it, and checksums that a stranger can check', async () => {
  const { bytes, data, officer, movementId, record, person } = await aPackage()
  const files = filesOf(bytes)
  expect([...files.keys()]).toEqual([
    ...['ho-so.json', 'so-yeu-ly-lich.pdf', 'phe-duyet.pdf', 'quyet-dinh.pdf', 'bien-ban-giao-nhan.pdf'],
    'SHA256SUMS.txt',
  ])
  const folder = mkdtempSync(join(tmpdir(), 'package-'))
  for (const [name, content] of files) writeFileSync(join(folder, name), content)
  const checked = execFileSync('sha256sum', ['-c', 'SHA256SUMS.txt'], { cwd: folder, encoding: 'utf8' })
  expect(checked.match(/: OK/g)).toHaveLength(5)

  const content = JSON.parse(Buffer.from(files.get('ho-so.json')!).toString('utf8'))
  expect(content.record.data).toEqual(data)
  expect(content.decision).toMatchObject({ basis: '15/QĐ-SNV', destination: 'Sở Nội vụ tỉnh An Giang' })
  const verdict = await verifyPdf(files.get('phe-duyet.pdf')!, {
    anchors: trustAnchors(),
    at: NOW,
    demonstration: true,
  })
  expect(verdict.valid).toBe(true)
  const item = await db.approvalItem.findFirstOrThrow({ where: { recordId: record.id } })
  expect(recordLeaf(content.record)).toBe(item.leaf)

  const log = await db.auditEvent.findMany({ where: { actorId: officer.userId }, orderBy: { id: 'asc' } })
  expect(log.map(({ action }) => action)).toEqual(
    expect.arrayContaining(['movement.recorded', 'handover.made', 'record.exported', 'document.downloaded']),
  )
  expect(log.find(({ action }) => action === 'record.exported')).toMatchObject({
    subjectId: record.id,
    detail: { format: 'zip', of: 'approved', role: 'recordsOfficer' },
  })
  expect(log.find(({ action }) => action === 'handover.made')).toMatchObject({
    subjectId: movementId,
    subjectName: person.fullName,
  })
})

test('R104: who may hand over: the officer and the head of the unit; not its administrator, another unit, or the person', async () => {
  const { unit, head, movementId, handoverId, whose } = await aPackage()
  const strangers = [
    (await someone(unit, 'unitAdmin')).actor,
    (await someone(await aUnit(), 'recordsOfficer', 'unitHead')).actor,
    (await someone(unit, 'provinceAdmin')).actor,
    whose,
  ]
  for (const actor of strangers) {
    await expect(makePackage(call(actor, { movementId }))).rejects.toMatchObject({ code: 'notFound' })
    await expect(handoverFile(call(actor, { handoverId }))).rejects.toMatchObject({ code: 'notFound' })
  }
  await makePackage(call(head, { movementId }))
  expect(await db.dataHandover.count({ where: { movementId } })).toBe(2)
})

test('R104: what was never signed is not handed over; nor by a transfer that was taken back', async () => {
  const { officer, movementId } = await aLeaving()
  await db.approvalBatch.updateMany({ data: { signedPdf: null } })
  await expect(makePackage(call(officer, { movementId }))).rejects.toMatchObject({ code: 'nothingSigned' })
  await undoMovement(call(officer, { movementId }))
  await expect(makePackage(call(officer, { movementId }))).rejects.toMatchObject({ code: 'notFound' })
})

test('R104: the receipt is recorded once, on a day that has come; then the transfer stands', async () => {
  const { officer, movementId, handoverId } = await aPackage()
  const input = { handoverId, documentNo: '3/BB', receivedOn: '2026-11-27', receivedBy: 'Bà Hoa, Sở Nội vụ An Giang' }
  const record = (over: object = {}) => recordReceipt(call(officer, RecordReceipt.parse({ ...input, ...over })))
  await expect(record({ receivedOn: '2026-11-28' })).rejects.toMatchObject({
    fields: { receivedOn: expect.stringContaining('sau hôm nay') },
  })
  await record()
  await expect(record()).rejects.toMatchObject({ code: 'receiptRecorded' })
  await expect(undoMovement(call(officer, { movementId }))).rejects.toMatchObject({
    details: { what: [expect.stringContaining('biên bản giao nhận')] },
  })
  await expect(db.dataHandoverReceipt.deleteMany()).rejects.toThrow()
  await expect(db.dataHandover.deleteMany()).rejects.toThrow()
})

test('R104: a package from elsewhere makes a person of the unit, whose record is a draft and approved by nobody here', async () => {
  const made = await aPackage()
  await elsewhere(made)
  const { unit, officer } = await aReceiver()
  const shown = await checkPackage(call(officer, look(made.bytes, unit)))
  expect(shown).toMatchObject({ fullName: made.person.fullName, version: 1, signers: ['Ngô Thanh Liêm'] })
  const { personId, recordId, movementId } = await receivePackage(call(officer, reception(made.bytes, unit.id)))

  const person = await db.person.findUniqueOrThrow({
    where: { id: personId },
    include: { record: true, postings: true },
  })
  expect(person).toMatchObject({ citizenId: made.citizenId, unitId: unit.id, employmentStatus: 'DANG_LAM_VIEC' })
  expect(person.postings).toMatchObject([{ unitId: unit.id, validFrom: new Date('2026-11-27'), validUntil: null }])
  expect(person.record).toMatchObject({ approvedRevisionId: null, revisionCount: 0, hasUnsent: true })
  expect(await db.cv.count({ where: { recordId } })).toBe(0)
  const { record } = await recordPage(officer, recordId)
  expect(record.draft.training).toEqual(made.data.training)
  expect(record.draft.family).toEqual(made.data.family)
  expect(record.draft.agency).toMatchObject({ employing_unit: { name: unit.name }, staff_number: null })

  // R105: the reception is written with our decision, and due to be reported.
  expect(await reportsDue(officer)).toMatchObject([{ id: movementId, kind: 'receive' }])
  const log = await db.auditEvent.findMany({ where: { actorId: officer.userId } })
  expect(log.map(({ action }) => action)).toEqual(
    expect.arrayContaining(['person.created', 'movement.recorded', 'package.received']),
  )
  const { bytes } = await receivedFile(call(officer, { movementId }))
  expect(Buffer.compare(bytes, made.bytes)).toBe(0)
  await expect(receivedFile(call((await aReceiver()).officer, { movementId }))).rejects.toMatchObject({
    code: 'notFound',
  })
})

test('R105: a reception without our decision as PDF takes nobody in', async () => {
  const made = await aPackage()
  await elsewhere(made)
  const { unit, officer } = await aReceiver()
  const before = await db.person.count()
  await expect(receivePackage(call(officer, reception(made.bytes, unit.id, { file: null })))).rejects.toMatchObject({
    fields: { file: expect.stringContaining('PDF') },
  })
  await expect(receivePackage(call(officer, reception(made.bytes, (await aUnit()).id)))).rejects.toMatchObject({
    code: 'outsideYourUnits',
  })
  expect(await db.person.count()).toBe(before)
  expect(await db.receivedPackage.count()).toBe(await db.movement.count({ where: { kind: 'receive' } }))
})

test('R104: the same package a second time, and one of somebody who is here, are refused', async () => {
  const made = await aPackage()
  expect(await reasonsAgainst(made.bytes)).toContain('đã có hồ sơ trong hệ thống')
  await elsewhere(made)
  const { unit, officer } = await aReceiver()
  await receivePackage(call(officer, reception(made.bytes, unit.id)))
  const again = receivePackage(call(officer, reception(made.bytes, unit.id)))
  await expect(again).rejects.toMatchObject({
    details: { reasons: ['Gói này đã nhập ngày 27/11/2026. Mỗi gói chỉ nhập một lần.'] },
  })
  expect(await db.person.count({ where: { citizenId: made.citizenId } })).toBe(1)
})

test('R104: two officers who take in the same package at once make one person', async () => {
  const made = await aPackage()
  await elsewhere(made)
  const receivers = [await aReceiver(), await aReceiver()]
  const both = await Promise.allSettled(
    receivers.map(({ unit, officer }) => receivePackage(call(officer, reception(made.bytes, unit.id)))),
  )
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  expect(await db.person.count({ where: { citizenId: made.citizenId } })).toBe(1)
})

test('R104: one byte otherwise, anywhere, and the package is refused in words', async () => {
  const made = await aPackage()
  await elsewhere(made)
  const places = Array.from({ length: 16 }, (_, at) => Math.floor((made.bytes.length * at) / 16) + 13)
  const { officer, unit } = await aReceiver()
  for (const place of places) {
    const flipped = Uint8Array.from(made.bytes)
    flipped[place] = (flipped[place] ?? 0) ^ 0x11
    const answer = await checkPackage(call(officer, look(flipped, unit))).catch((error) => error)
    // Days and attributes that the format carries for nobody may differ: then everything else is as it was.
    if (answer.code === undefined) expect(filesOf(flipped)).toEqual(filesOf(made.bytes))
    else expect(answer.details.reasons.join(' ')).toMatch(/[ạ-ỹđ]/i)
  }
})

test('R104: cut off, no zip at all, or a bomb: refused before it is opened', async () => {
  const { bytes } = await aPackage()
  for (const part of [
    bytes.subarray(0, bytes.length - 1),
    bytes.subarray(0, bytes.length / 2),
    Buffer.from('PK xin chào'),
  ])
    expect(await reasonsAgainst(part)).toContain('bị cắt mất một phần')
  const bomb = repacked(bytes, { 'quyet-dinh.pdf': Buffer.alloc(41 * 1024 * 1024) })
  expect(bomb.length).toBeLessThan(8 * 1024 * 1024)
  expect(await reasonsAgainst(bomb)).toContain('giải nén ra lớn bất thường')
  // It promises little and would give much.
  const liar = Buffer.from(bomb)
  const line = liar.lastIndexOf('quyet-dinh.pdf') - 46
  liar.writeUInt32LE(1000, line + 24)
  expect(await reasonsAgainst(liar)).toContain('giải nén ra lớn bất thường')
})

test('R104: whoever changes a file and its checksum too is found by the signature', async () => {
  const made = await aPackage()
  const { bytes } = made
  await elsewhere(made)
  const json = (change: Parameters<typeof rewritten>[1]) => repacked(bytes, { 'ho-so.json': rewritten(bytes, change) })

  expect(await reasonsAgainst(repacked(bytes, { 'quyet-dinh.pdf': null }))).toContain('quyet-dinh.pdf')
  expect(await reasonsAgainst(repacked(bytes, { 'virus.exe': Buffer.from('MZ') }))).toContain('virus.exe')
  expect(await reasonsAgainst(repacked(bytes, { 'SHA256SUMS.txt': Buffer.from('') }))).toContain('SHA256SUMS.txt')
  expect(await reasonsAgainst(repacked(bytes, { 'quyet-dinh.pdf': Buffer.from('MZ') }))).toContain('không phải PDF')
  const phone = json(({ record }) => void Object.assign(record.data.identity ?? {}, { phone: '0999999999' }))
  expect(await reasonsAgainst(phone)).toContain('dữ liệu không phải bản được duyệt')
  expect(await reasonsAgainst(phone)).toContain('Bản PDF sơ yếu lý lịch không khớp')
  expect(await reasonsAgainst(json(({ record }) => void Object.assign(record, { recordId: anyId() })))).toContain(
    'danh sách đã ký',
  )
  expect(await reasonsAgainst(json(({ record }) => void Object.assign(record, { version: 2 })))).toContain(
    'danh sách đã ký',
  )
  expect(await reasonsAgainst(json(({ record }) => void Object.assign(record, { form: 99 })))).toContain('mẫu mới hơn')
  expect(await reasonsAgainst(json(({ paper }) => void Object.assign(paper.approver, { name: 'Kẻ khác' })))).toContain(
    'Người phê duyệt',
  )
  const odd = json(({ record }) => void Object.assign(record.data.identity ?? {}, { gender: 'X' }))
  expect(await reasonsAgainst(odd)).toContain('không đúng mẫu')
  const added = json(({ record }) => void Object.assign(record.data.identity ?? {}, { role: 'provinceAdmin' }))
  expect(await reasonsAgainst(added)).toContain('không có ô “role” trong mẫu')

  const other = await aPackage()
  const cv = filesOf(other.bytes).get('so-yeu-ly-lich.pdf')!
  expect(await reasonsAgainst(repacked(bytes, { 'so-yeu-ly-lich.pdf': cv }))).toContain(
    'Bản PDF sơ yếu lý lịch không khớp',
  )
  const paper = filesOf(other.bytes).get('phe-duyet.pdf')!
  expect(await reasonsAgainst(repacked(bytes, { 'phe-duyet.pdf': paper }))).toContain('danh sách đã ký')
  expect(await reasonsAgainst(repacked(bytes, { 'phe-duyet.pdf': Buffer.from(PDF, 'base64') }))).toContain(
    'Tờ phê duyệt không xác minh được',
  )
  const refusals = await db.auditEvent.findMany({ where: { action: 'package.refused' } })
  expect(refusals.length).toBeGreaterThan(10)
  expect(refusals.every(({ detail }) => String((detail as { reasons: string }).reasons).length > 20)).toBe(true)
})

test('R104: who takes nobody in has nothing to do with packages', async () => {
  const { bytes, unit } = await aPackage()
  for (const role of ['unitHead', 'unitAdmin', 'provinceAdmin', 'person'] as const) {
    const { actor } = await someone(unit, role)
    await expect(checkPackage(call(actor, look(bytes, unit)))).rejects.toMatchObject({ code: 'outsideYourUnits' })
    await expect(receivePackage(call(actor, reception(bytes, unit.id)))).rejects.toMatchObject({
      code: 'outsideYourUnits',
    })
  }
})
