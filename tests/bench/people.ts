import { Client } from 'pg'
import { CATALOGUE_VERSION } from '@/lib/catalogue'
import { aFullRecord } from '@/tests/support/fullest-record'

const UNITS = 40

/**
 * So many people with a full record, approved once and changed since, in units of very different size. The same each
 * time but for the ids: `hash` says so. Set-based, as the owner: a bulk of rows, not a way of working.
 */
export async function fillWithPeople(ownerUrl: string, count: number): Promise<{ hash: string }> {
  const client = new Client(ownerUrl)
  await client.connect()
  try {
    await client.query(UNITS_SQL, [UNITS])
    await client.query(PEOPLE_SQL, [count, UNITS])
    await client.query(RECORDS_SQL, [JSON.stringify(aFullRecord()), CATALOGUE_VERSION])
    await client.query(REVISIONS_SQL, [CATALOGUE_VERSION])
    await client.query(
      'UPDATE record r SET approved_revision_id = v.id, revision_count = 1 FROM revision v WHERE v.record_id = r.id',
    )
    await client.query(`INSERT INTO submission (id, revision_id, record_id, state, submitted_at, decided_at, decided_by)
      SELECT uuidv7(), id, record_id, 'approved', at, at, 'Võ Thị Kim Ngân' FROM revision`)
    await client.query(OFFICER_SQL)
    await client.query('VACUUM ANALYZE')
    const { rows } = await client.query<{ hash: string }>(
      `SELECT encode(sha256(convert_to(string_agg(p.citizen_id || p.full_name || md5(r.draft::text), ',' ORDER BY p.citizen_id), 'UTF8')), 'hex') AS hash
       FROM person p JOIN record r ON r.person_id = p.id`,
    )
    return { hash: rows[0]?.hash.slice(0, 12) ?? '' }
  } finally {
    await client.end()
  }
}

const UNITS_SQL = `
  WITH root AS (
    INSERT INTO unit (id, code, name, search_name, type_code, path)
    VALUES (uuidv7(), 'dt', 'UBND tỉnh Đồng Tháp', 'ubnd tinh dong thap', 'UBND_TINH', '/dt/') RETURNING id
  )
  INSERT INTO unit (id, code, agency_code, name, search_name, type_code, parent_id, path)
  SELECT uuidv7(), 'dv-' || n, 'H20.90.' || lpad(n::text, 4, '0'), 'Đơn vị số ' || n, 'don vi so ' || n, 'DVSN_NGANH',
    root.id, '/dt/dv-' || n || '/'
  FROM root, generate_series(1, $1::int) n`

/** The first unit has some hundred times as many people as the last. */
const PEOPLE_SQL = `
  INSERT INTO person (id, citizen_id, full_name, search_name, date_of_birth, unit_id, person_category, employment_status)
  SELECT uuidv7(), '086' || lpad((85000000 + n)::text, 9, '0'), 'Nguyễn Văn Ẵm ' || n, 'am nguyen van am ' || n, '1985-09-05',
    u.id, 'VIEN_CHUC', 'DANG_LAM_VIEC'
  FROM generate_series(1, $1::int) n
  JOIN unit u ON u.code = 'dv-' || (1 + floor($2::int * power(((n * 7919) % $1::int)::float / $1::int, 3)))::int`

const RECORDS_SQL = `
  INSERT INTO record (id, person_id, draft, catalogue_version, filled, has_unsent)
  SELECT uuidv7(), p.id,
    jsonb_set(jsonb_set(jsonb_set(jsonb_set(jsonb_set($1::jsonb,
      '{identity,citizen_id}', to_jsonb(p.citizen_id)),
      '{identity,full_name}', to_jsonb(p.full_name)),
      '{identity,social_insurance_no}', to_jsonb(right(p.citizen_id, 10))),
      '{agency,staff_number}', to_jsonb('DT-' || right(p.citizen_id, 8))),
      '{agency,national_staff_id}', to_jsonb(right(p.citizen_id, 10))),
    $2::int, 109, TRUE
  FROM person p`

/** What was approved had another telephone than the working copy. */
const REVISIONS_SQL = `
  INSERT INTO revision (id, record_id, version, data, changes, salt, hash, catalogue_version, declaration, confirmed, by_user_id, by_name, at)
  SELECT uuidv7(), r.id, 1, jsonb_set(r.draft, '{identity,phone}', '"0900000001"'), '[]', 'AAAAAAAAAAAAAAAAAAAAAA',
    encode(sha256(convert_to(r.id::text, 'UTF8')), 'hex'), $1::int, 'Tôi cam đoan.', '{}', uuidv7(), p.full_name, now()
  FROM record r JOIN person p ON p.id = r.person_id`

/** Whoever opens and saves: the records officer of the whole tree, on her daily duty. */
const OFFICER_SQL = `
  WITH account AS (
    INSERT INTO user_account (id, username, person_id, password_hash, must_change_password, password_changed_at)
    SELECT uuidv7(), 'bench', id, '-', FALSE, now() FROM person ORDER BY citizen_id LIMIT 1 RETURNING id
  )
  INSERT INTO role_grant (id, user_id, role, unit_id, valid_from)
  SELECT uuidv7(), account.id, 'recordsOfficer', unit.id, DATE '2026-01-01' FROM account, unit WHERE unit.code = 'dt'`
