import { readFileSync } from 'node:fs'
import { Client } from 'pg'
import { PROVINCE } from '../provinces'

/** Ids of what belongs to other units than the visitors', and the personal values by which it would be known. */
export type Known = {
  unitId: string
  personId: string
  userId: string
  grantId: string
  certificateId: string
  recordId: string
  submissionId: string
  batchId: string
  deliveryId: string
  correctionId: string
  questionId: string
  agreementId: string
  viewId: string
  importId: string
  jobId: string
  movementId: string
  handoverId: string
  evidenceId: string
  evidenceLinkId: string
  operationId: string
  /** An id that nothing has. */
  nothing: string
  /** A certificate that would be accepted, as base64. */
  certificate: string
  /** Of the people of that unit: names that nobody of the visitors' own unit has, citizen ids, telephone numbers. */
  secrets: string[]
}

const OTHER = '/dt/syt/'

/** What the demo province does not have of that unit is put there, under these ids. */
const PLANTED = {
  correctionId: '00000000-0000-7000-8000-00000000d001',
  questionId: '00000000-0000-7000-8000-00000000d002',
  agreementId: '00000000-0000-7000-8000-00000000d003',
  viewId: '00000000-0000-7000-8000-00000000d004',
  importId: '00000000-0000-7000-8000-00000000d0e1',
  jobId: '00000000-0000-7000-8000-00000000d005',
  movementId: '00000000-0000-7000-8000-00000000d006',
  handoverId: '00000000-0000-7000-8000-00000000d009',
  operationId: '00000000-0000-7000-8000-00000000d007',
  evidenceId: '00000000-0000-7000-8000-00000000d00a',
  evidenceLinkId: '00000000-0000-7000-8000-00000000d00b',
}

/** Asked of the demonstration’s own database: no page tells a stranger these ids. */
export async function knownProvince(): Promise<Known> {
  const client = new Client(databaseUrl())
  await client.connect()
  try {
    const one = async (sql: string) => {
      const { rows } = await client.query<{ id: string }>(sql, [`${OTHER}%`])
      if (!rows[0]) throw new Error(`The demo province has nothing for: ${sql}`)
      return String(rows[0].id).replace(/\n/g, '')
    }
    const people = `person p JOIN unit u ON u.id = p.unit_id AND u.path LIKE $1
      JOIN record r ON r.person_id = p.id JOIN user_account a ON a.person_id = p.id`
    const { rows: known } = await client.query<{ secret: string }>(
      `SELECT secret FROM (
         SELECT unnest(ARRAY[p.full_name, p.citizen_id, r.draft #>> '{identity,phone}', r.draft #>> '{identity,social_insurance_no}'])
           AS secret FROM ${people}) known
       WHERE secret IS NOT NULL AND NOT EXISTS (
         SELECT FROM person p JOIN unit u ON u.id = p.unit_id
         WHERE NOT u.path LIKE $1 AND p.full_name LIKE '%' || secret || '%')`,
      [`${OTHER}%`],
    )
    await client.query(plantedIn(people))
    return {
      ...PLANTED,
      unitId: await one('SELECT id FROM unit WHERE path LIKE $1 ORDER BY path LIMIT 1'),
      personId: await one(`SELECT p.id FROM ${people} ORDER BY p.id LIMIT 1`),
      userId: await one(`SELECT a.id FROM ${people} ORDER BY p.id LIMIT 1`),
      recordId: await one(`SELECT r.id FROM ${people} ORDER BY p.id LIMIT 1`),
      grantId: await one(`SELECT g.id FROM role_grant g JOIN ${people} ON g.user_id = a.id ORDER BY p.id LIMIT 1`),
      certificateId: await one(
        `SELECT c.id FROM signer_certificate c JOIN unit u ON u.id = c.unit_id AND u.path LIKE $1 LIMIT 1`,
      ),
      submissionId: await one(
        `SELECT s.id FROM submission s JOIN record x ON x.id = s.record_id JOIN ${people} ON r.id = x.id ORDER BY s.submitted_at DESC LIMIT 1`,
      ),
      batchId: await one(
        `SELECT b.id FROM approval_batch b JOIN unit u ON u.id = b.unit_id AND u.path LIKE $1 LIMIT 1`,
      ),
      deliveryId: await one(`SELECT d.id FROM delivery d JOIN ${people} ON r.id = d.record_id ORDER BY d.id LIMIT 1`),
      certificate: await one(
        "SELECT encode(der, 'base64') AS id FROM signer_certificate c JOIN user_account a ON a.id = c.user_id WHERE a.username = 'thutruong' AND $1 <> '' LIMIT 1",
      ),
      nothing: '00000000-0000-7000-8000-000000000000',
      secrets: known.map(({ secret }) => secret),
    }
  } finally {
    await client.end()
  }
}

/** A correction asked for, a look questioned, an agreement, a kept list, a job, a movement and an operation on the tree. */
const plantedIn = (people: string) => `
  WITH one AS (
    SELECT p.id AS person, p.full_name AS name, r.id AS record, a.id AS account, u.id AS unit, u.path
    FROM ${people.replace('$1', `'${OTHER}%'`)} ORDER BY p.id LIMIT 1),
  correction AS (INSERT INTO correction_request (id, record_id, section, code, wrong, proposed, asked_by_id, asked_at)
    SELECT '${PLANTED.correctionId}', record, 'salary', 'rank', 'Sai', 'Đúng', account, now() FROM one ON CONFLICT DO NOTHING),
  question AS (INSERT INTO view_question
      (id, event_id, record_id, viewer_id, viewer_name, viewed_at, viewed, question, asked_at)
    SELECT '${PLANTED.questionId}', -1, record, account, name, now(), 'mở hồ sơ', 'Để làm gì?', now() FROM one
    ON CONFLICT DO NOTHING),
  agreement AS (INSERT INTO read_agreement
      (id, user_id, unit_id, places, document_no, purpose, valid_from, valid_until, given_by_id, given_by, given_at)
    SELECT '${PLANTED.agreementId}', account, unit, ARRAY['training'], '1/CV', 'Kiểm tra', '2026-01-01', '2027-01-01',
      account, name, now() FROM one ON CONFLICT DO NOTHING),
  view AS (INSERT INTO saved_view (id, user_id, list, name, query, created_at)
    SELECT '${PLANTED.viewId}', account, 'people', name, '', now() FROM one ON CONFLICT DO NOTHING),
  job AS (INSERT INTO job (id, kind, title, user_id, person_name, session_id, grants, unit_path, input, state, created_at, due_at)
    SELECT '${PLANTED.jobId}', 'cv.archive', name, account, name, '${PLANTED.jobId}', '[]', path, '{}', 'done', now(), now()
    FROM one ON CONFLICT DO NOTHING),
  movement AS (INSERT INTO movement (id, person_id, kind, day, basis, decided_on, from_unit_id, by_user_id, by_name, at)
    SELECT '${PLANTED.movementId}', person, 'transferOut', '2027-01-01', '1/QĐ', '2026-11-01', unit, account, name, now() FROM one
    ON CONFLICT DO NOTHING),
  handover AS (INSERT INTO data_handover (id, movement_id, version, sha256, bytes, name, by_user_id, by_name, at)
    SELECT '${PLANTED.handoverId}', '${PLANTED.movementId}', 1, repeat('0', 64), 1, 'x.zip', account, name, now() FROM one
    ON CONFLICT DO NOTHING),
  paper AS (INSERT INTO evidence (id, record_id, sha256, bytes, kind, file_name, by_user_id, by_name, at)
    SELECT '${PLANTED.evidenceId}', record, repeat('0', 64), 1, 'pdf', name, account, name, now() FROM one
    ON CONFLICT DO NOTHING),
  beside AS (INSERT INTO evidence_link (id, evidence_id, record_id, section, code, by_user_id, by_name, at)
    SELECT '${PLANTED.evidenceLinkId}', '${PLANTED.evidenceId}', record, 'identity', 'citizen_id', account, name, now() FROM one
    ON CONFLICT DO NOTHING)
  INSERT INTO unit_operation (id, kind, day, basis, summary, unit_ids, by_user_id, by_name, at)
  SELECT '${PLANTED.operationId}', 'rename', '2026-11-01', '1/QĐ', name, ARRAY[unit], account, name, now() FROM one
  ON CONFLICT DO NOTHING`

function databaseUrl() {
  const { databaseOwnerPassword } = JSON.parse(readFileSync(`${PROVINCE.dataFolder}/secrets.json`, 'utf8')) as Record<
    string,
    string
  >
  const port = readFileSync(`${PROVINCE.dataFolder}/postgres/cluster/postmaster.pid`, 'utf8').split('\n')[3]
  return `postgresql://postgres:${encodeURIComponent(databaseOwnerPassword ?? '')}@127.0.0.1:${port}/${DATABASE}`
}

const DATABASE = 'portal'
