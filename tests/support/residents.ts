import { randomUUID } from 'node:crypto'
import type { Client } from 'pg'
import { CATALOGUE_VERSION, type RecordData } from '@/lib/catalogue'
import { recordLeaf } from '@/lib/documents/merkle'
import { aFullRecord } from './fullest-record'

const SALT = 'AAAAAAAAAAAAAAAAAAAAAA'

/** Puts so many people into a unit, everybody's record full, submitted and checked. */
export async function settleResidents(bare: Client, unitId: string, people: number) {
  const template = aFullRecord()
  const rows = Array.from({ length: people }, (_, index) => aResident(template, index))
  await bare.query(PEOPLE, [rows.map(({ personId }) => personId), rows.map(({ citizenId }) => citizenId), unitId])
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
  await bare.query(SUBMISSIONS, [rows.map(({ revisionId }) => revisionId)])
  return rows
}

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
