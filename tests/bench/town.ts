import { randomUUID, sign } from 'node:crypto'
import type { Client } from 'pg'
import { CATALOGUE_VERSION, type RecordData } from '@/lib/catalogue'
import { recordLeaf } from '@/lib/documents/merkle'
import { completeBatch } from '@/lib/server/approvals/complete-batch'
import { prepareBatch } from '@/lib/server/approvals/prepare-batch'
import { startSignature } from '@/lib/server/approvals/start-signature'
import { transact } from '@/lib/server/call'
import { db } from '@/lib/server/db'
import { aFullRecord } from '@/tests/support/fullest-record'
import { aUnitWithHead, base64, trust } from '@/tests/support/signing'

const SALT = 'AAAAAAAAAAAAAAAAAAAAAA'

/**
 * A unit of its own with so many people, everybody's record full, submitted and checked, and a head with a key. Its authority
 * stamps times and says who was revoked, in this process.
 */
export async function aTown(bare: Client, people: number) {
  await trust()
  const { unit, actor, key } = await aUnitWithHead()
  const template = aFullRecord()
  const rows = Array.from({ length: people }, (_, index) => aResident(template, index))
  await bare.query(PEOPLE, [rows.map(({ personId }) => personId), rows.map(({ citizenId }) => citizenId), unit.id])
  await bare.query(RECORDS, [
    rows.map(({ recordId }) => recordId),
    rows.map(({ personId }) => personId),
    CATALOGUE_VERSION,
  ])
  for (let at = 0; at < rows.length; at += 200) {
    const some = rows.slice(at, at + 200)
    await bare.query(REVISIONS, [
      some.map(({ revisionId }) => revisionId),
      some.map(({ recordId }) => recordId),
      some.map(({ data }) => JSON.stringify(data)),
      some.map(({ leaf }) => leaf),
      CATALOGUE_VERSION,
      SALT,
    ])
  }
  const revisions = rows.map(({ revisionId }) => revisionId)
  await bare.query(SUBMISSIONS, [revisions])
  await bare.query('ANALYZE')
  return { unit, actor, key, revisions, people: rows.map(({ recordId, data }) => ({ recordId, data })) }
}

export type Town = Awaited<ReturnType<typeof aTown>>

function aResident(template: RecordData, index: number) {
  const [personId, recordId, revisionId] = [randomUUID(), randomUUID(), randomUUID()]
  const citizenId = `086${String(500_000_000 + index)}`
  const data = structuredClone(template)
  Object.assign(data.identity, { citizen_id: citizenId, social_insurance_no: String(5_000_000_000 + index) })
  Object.assign(data.agency, { staff_number: `TN-${index}`, national_staff_id: `TN${index}` })
  // Whose approver is the head of the unit, also after the lists follow the approved record.
  Object.assign(data.agency, { person_category: 'VIEN_CHUC', employment_status: 'DANG_LAM_VIEC' })
  Object.assign(data.agency, { managed_by_standing_committee: false })
  return {
    personId,
    recordId,
    revisionId,
    citizenId,
    data,
    leaf: recordLeaf({ recordId, version: 1, salt: SALT, data }),
  }
}

/** One ceremony, its steps apart: each needs what the one before it left. */
export function ceremony({ unit, actor, key }: Town) {
  const ask = <Input>(input: Input) => ({ transact, actor, input, now: new Date() })
  let batchId = ''
  let attributes = ''
  let signature = ''
  return {
    open: async () => {
      const wanted = { unitId: unit.id, kind: 'adHoc', reason: 'Đo thời gian' } as const
      batchId = (await prepareBatch(ask(wanted))).batchId
    },
    start: async () => {
      const certificate = base64(key.certificate)
      const intermediates = key.intermediates.map(base64)
      attributes = (await startSignature(ask({ batchId, certificate, intermediates }))).attributes
    },
    sign: () => {
      signature = base64(sign('sha256', Buffer.from(attributes, 'base64'), key.key))
    },
    complete: async () => {
      const { waits } = await completeBatch(ask({ batchId, signature }))
      if (waits) throw new Error('The authority of the bench did not answer')
    },
    signed: async () => (await db.approvalBatch.findUniqueOrThrow({ where: { id: batchId } })).signedPdf,
  }
}

/** As before anybody signed: the same versions, checked; what was sent is forgotten. */
export async function unsign(bare: Client, { revisions }: Town) {
  await bare.query('DELETE FROM delivery WHERE revision_id = ANY($1::uuid[])', [revisions])
  await bare.query(
    'UPDATE record SET approved_revision_id = NULL FROM revision v WHERE v.id = ANY($1::uuid[]) AND record.id = v.record_id',
    [revisions],
  )
  await bare.query(`UPDATE submission SET state = 'checked' WHERE revision_id = ANY($1::uuid[])`, [revisions])
}

const PEOPLE = `
  INSERT INTO person (id, citizen_id, full_name, search_name, date_of_birth, unit_id, person_category, employment_status)
  SELECT id, citizen_id, 'Nguyễn Thị Ẵm', 'am nguyen thi', '1985-09-05', $3::uuid, 'VIEN_CHUC', 'DANG_LAM_VIEC'
  FROM unnest($1::uuid[], $2::text[]) AS row(id, citizen_id)`
const RECORDS = `
  INSERT INTO record (id, person_id, draft, catalogue_version, filled, has_unsent, revision_count)
  SELECT id, person_id, '{}', $3::int, 109, FALSE, 1 FROM unnest($1::uuid[], $2::uuid[]) AS row(id, person_id)`
const REVISIONS = `
  INSERT INTO revision (id, record_id, version, data, changes, salt, hash, catalogue_version, declaration, confirmed, by_user_id, by_name, at)
  SELECT id, record_id, 1, data::jsonb, '[]', $6, leaf, $5::int, 'Tôi cam đoan.', '{}', uuidv7(), 'Nguyễn Thị Ẵm', now()
  FROM unnest($1::uuid[], $2::uuid[], $3::text[], $4::text[]) AS row(id, record_id, data, leaf)`
const SUBMISSIONS = `
  INSERT INTO submission (id, revision_id, record_id, state, submitted_at, decided_at, decided_by)
  SELECT uuidv7(), id, record_id, 'checked', at, at, 'Võ Thị Kim Ngân' FROM revision WHERE id = ANY($1::uuid[])`
