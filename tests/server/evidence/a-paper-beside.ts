import type { RecordData } from '@/lib/catalogue'
import { placeKey } from '@/lib/domain/evidence/place'
import type { Actor } from '@/lib/domain/policy'
import { db } from '@/lib/server/db'
import { recordPapers } from '@/lib/server/evidence/record-papers'
import { valueHash } from '@/lib/server/evidence/value-hash'
import { readRecord } from '@/lib/server/records/load'
import { aPdf } from '../../support/a-paper'
import { aSubmission, aUnit, NOW, someone } from '../../support/builders'

export const PURPOSE = { purpose: 'inspection', matter: 'Kế hoạch 15/KH-SNV', sensitive: false } as const
export const CITIZEN_ID = { section: 'identity', code: 'citizen_id', row: '' } as const
export const ARREST = { section: 'background', code: 'arrest_history', row: '' } as const
export const PHOTO = { section: 'identity', code: 'photo', row: '' } as const
export const later = (hours: number) => new Date(NOW.getTime() + hours * 3_600_000)

/** Of two pages. */
export const pdf = Buffer.from(await aPdf({ pages: 2 }))

export const aPaper = (recordId: string, given: object = {}) => ({
  ...{ recordId, ...CITIZEN_ID, fileName: 'cccd.pdf', documentNo: '', documentOn: null, page: null, bytes: pdf },
  ...given,
})

export async function people() {
  const unit = await aUnit()
  const [person, officer] = [await someone(unit), await someone(unit, 'recordsOfficer')]
  return { unit, person, officer }
}

export const papersFor = async (actor: Actor, recordId: string) =>
  recordPapers(db, await readRecord(db, actor, recordId))
export const keysOf = async (actor: Actor, recordId: string) =>
  (await papersFor(actor, recordId)).papers.flatMap(({ links }) => links.map(placeKey))
export const linkOf = async (evidenceId: string) =>
  (await db.evidenceLink.findFirstOrThrow({ where: { evidenceId, endedAt: null } })).id
export const noted = (recordId: string) =>
  db.auditEvent.findMany({
    where: { subjectId: recordId },
    orderBy: { id: 'asc' },
    select: { action: true, detail: true },
  })

export const EDUCATION = { section: 'qualification', code: 'general_education_level', row: '' } as const

export const aCheck = (recordId: string, evidenceId: string | null, seen: string) => ({
  recordId,
  holds: true,
  values: [{ ...CITIZEN_ID, seen: seen.padEnd(64, '0'), evidenceId, paper: '' }],
})

export async function hashOf(recordId: string, place: typeof CITIZEN_ID) {
  const { draft } = await db.record.findUniqueOrThrow({ where: { id: recordId } })
  return valueHash(recordId, place, (draft as RecordData)[place.section][place.code])
}

export async function typed(recordId: string, section: string, code: string, value: unknown) {
  const { draft } = await db.record.findUniqueOrThrow({ where: { id: recordId } })
  const data = structuredClone(draft) as Record<string, Record<string, unknown>>
  data[section] = { ...data[section], [code]: value }
  await db.record.update({ where: { id: recordId }, data: { draft: data as never } })
}

/** A row of the trainings in the draft, and where it stands. */
export async function aRow(recordId: string) {
  const row = { id: 'row-1', kind: 'CHUYEN_MON', institution: 'Đại học Cần Thơ' }
  await typed(recordId, 'training', 'trainings', [row])
  return { section: 'training', code: 'trainings', row: 'row-1' } as const
}

/** The draft as the approved version, sent at this moment. */
export async function approved(recordId: string, at: Date) {
  const { draft } = await db.record.findUniqueOrThrow({ where: { id: recordId } })
  await aSubmission(recordId, 'approved', draft as RecordData, at)
}
