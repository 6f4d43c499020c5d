import { createHash, randomUUID } from 'node:crypto'
import type { RecordData } from '@/lib/catalogue'
import { unzip } from '@/lib/documents/unzip'
import { zip } from '@/lib/documents/zip'
import { db } from '@/lib/server/db'
import { makePackage } from '@/lib/server/handover/make-package'
import { handoverFile } from '@/lib/server/handover/package-file'
import { ReceivePackage } from '@/lib/server/handover/receive-package'
import { RecordMovement } from '@/lib/server/movements/movement-input'
import { recordMovement } from '@/lib/server/movements/record-movement'
import { actorOf, aPerson, aSubmission, aUnit, call, someone } from '../../support/builders'
import { aCompleteDraft } from '../../support/complete-draft'
import { aUnitWithHead, openMonth, signBatch } from '../../support/signing'

export const PDF = Buffer.from('%PDF-1.7\n1 0 obj\nendobj\n%%EOF\n').toString('base64')
const ROOM = { files: 20, bytes: 40_000_000 }

let serial = 0

/** Somebody whose record is signed, transferred out on a decision, and the officer of the unit they leave. */
export async function aLeaving() {
  serial += 1
  const { unit, key, actor: head } = await aUnitWithHead()
  const made = await aPerson(unit, { name: `Trần Thị Bưởi ${String.fromCharCode(64 + serial)}` })
  const citizenId = `0871900${String(70_000 + serial)}`
  await db.person.update({ where: { id: made.person.id }, data: { citizenId } })
  const data = aCompleteDraft({ fullName: made.person.fullName, citizenId, unit }) as RecordData
  await db.record.update({ where: { id: made.record.id }, data: { draft: data as never } })
  await aSubmission(made.record.id, 'checked', data)
  const { batchId } = await openMonth(head, unit)
  await signBatch(head, batchId, key)
  const officer = await someone(unit, 'recordsOfficer')
  const out = RecordMovement.parse({
    ...{ personId: made.person.id, kind: 'transferOut', day: '2026-11-27', basis: '15/QĐ-SNV' },
    ...{ decidedOn: '2026-11-20', destination: 'Sở Nội vụ tỉnh An Giang', file: PDF, fileName: 'qd.pdf' },
  })
  const { movementId } = await recordMovement(call(officer.actor, out))
  const whose = await actorOf(made, unit)
  return { unit, head, officer: officer.actor, whose, movementId, ...made, citizenId, data }
}

/** Its package, as it was made and taken. */
export async function aPackage() {
  const leaving = await aLeaving()
  const { handoverId } = await makePackage(call(leaving.officer, { movementId: leaving.movementId }))
  const { bytes } = await handoverFile(call(leaving.officer, { handoverId }))
  return { ...leaving, handoverId, bytes: new Uint8Array(bytes) }
}

/** As if it had been made in another installation: nobody of that number is here. */
export async function elsewhere({ person, record }: { person: { id: string }; record: { id: string } }) {
  serial += 1
  const citizenId = `0010900${String(10_000 + serial)}`
  await db.person.update({ where: { id: person.id }, data: { citizenId } })
  await db.record.update({ where: { id: record.id }, data: { draft: {} } })
  await db.cv.updateMany({ where: { recordId: record.id }, data: { citizen_id: citizenId } })
}

/** A unit that takes people in, and its officer. */
export async function aReceiver() {
  const unit = await aUnit()
  return { unit, officer: (await someone(unit, 'recordsOfficer')).actor }
}

export const reception = (bytes: Uint8Array, unitId: string, over: object = {}) =>
  ReceivePackage.parse({
    ...{ package: Buffer.from(bytes).toString('base64'), unitId, from: '2026-11-27', basis: '20/QĐ-SNV' },
    ...{ decidedOn: '2026-11-24', file: PDF, fileName: 'tiep-nhan.pdf' },
    ...over,
  })

export const filesOf = (bytes: Uint8Array) => new Map(unzip(bytes, ROOM).map((entry) => [entry.name, entry.bytes]))

/** The same package with some files otherwise; the list of checksums follows unless it is given. */
export function repacked(bytes: Uint8Array, changes: Record<string, Uint8Array | null>): Uint8Array {
  const files = filesOf(bytes)
  for (const [name, content] of Object.entries(changes)) {
    if (content === null) files.delete(name)
    else files.set(name, content)
  }
  if (!('SHA256SUMS.txt' in changes)) {
    const sums = [...files].filter(([name]) => name !== 'SHA256SUMS.txt')
    const list = sums.map(([name, of]) => `${createHash('sha256').update(of).digest('hex')}  ${name}\n`)
    files.set('SHA256SUMS.txt', Buffer.from(list.join('')))
  }
  return zip([...files].map(([name, content]) => ({ name, bytes: content })))
}

/** The content of a package with one thing in it otherwise. */
export function rewritten(bytes: Uint8Array, change: (content: Content) => void): Uint8Array {
  const content = JSON.parse(Buffer.from(filesOf(bytes).get('ho-so.json') ?? []).toString('utf8'))
  change(content)
  return Buffer.from(JSON.stringify(content))
}
type Content = {
  record: {
    recordId: string
    version: number
    salt: string
    form: number
    data: Record<string, Record<string, unknown>>
  }
  paper: { approver: { name: string } }
}

export const anyId = randomUUID
