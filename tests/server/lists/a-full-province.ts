import { Client } from 'pg'
import type { Actor } from '@/lib/domain/policy'
import { FOUNDER } from '../small-province'

/** As many as the province has: with fewer the planner rightly reads them all. */
export const EVERYBODY = 50_000

/** Home affairs: reads every record of the province. */
export const HOME_AFFAIRS: Actor = {
  ...FOUNDER,
  grants: [{ role: 'homeAffairsOfficer', unitId: '', unitPath: '/', unitName: '', from: '2020-01-01', until: null }],
}

/** People, records and submissions by the thousand, written by SQL: 250 units, names as they are shared out in the province. */
export async function aFullProvince(people = EVERYBODY): Promise<void> {
  const owner = new Client(process.env.DATABASE_OWNER_URL)
  await owner.connect()
  try {
    // Trigram indexes are made anew at the end: row by row they take a minute.
    const { rows } = await owner.query<{ name: string; made: string }>(
      "SELECT indexname AS name, indexdef AS made FROM pg_indexes WHERE indexdef LIKE '%gin_trgm_ops%'",
    )
    for (const { name } of rows) await owner.query(`DROP INDEX ${name}`)
    for (const statement of statementsFor(people)) await owner.query(statement)
    for (const { made } of rows) await owner.query(made)
    await owner.query('ANALYZE')
  } finally {
    await owner.end()
  }
}

const FAMILY = `ARRAY['Nguyễn','Nguyễn','Nguyễn','Trần','Lê','Phạm','Huỳnh','Võ','Đặng','Bùi','Đỗ','Hồ','Ngô','Dương','Lý']`
const MIDDLE = `ARRAY['Văn','Thị','Hữu','Thị Thùy','Quốc','Minh','Ngọc','Thanh','Thị Kim','Đức','Hoài','Xuân']`
const GIVEN = `ARRAY['An','Ân','Bình','Châu','Cường','Dũng','Đạt','Hà','Hạnh','Hòa','Hóa','Hoa','Hùng','Hưng','Huyền','Khánh',
  'Lan','Liên','Linh','Long','Mai','Minh','Nam','Nga','Ngân','Nhung','Oanh','Phúc','Phương','Quân','Quỳnh','Sơn','Tâm',
  'Thảo','Thủy','Tiên','Trang','Trinh','Tú','Tuấn','Uyên','Vân','Việt','Vy','Xuyến','Yến']`
const one = (list: string, by: number) => `(${list})[1 + (n * ${by} / 97) % array_length(${list}, 1)]`

const statementsFor = (people: number) => [
  `INSERT INTO unit (id, code, name, search_name, type_code, path)
   SELECT md5('unit' || n)::uuid, 'u' || n, 'Đơn vị ' || n, 'don vi ' || n, 'DVSN_NGANH', '/dt/u' || n || '/'
   FROM generate_series(1, 250) n`,
  `INSERT INTO person (id, citizen_id, full_name, search_name, date_of_birth, unit_id, person_category, employment_status)
   SELECT md5('person' || n)::uuid, lpad((87060000000 + n * 7919::bigint)::text, 12, '0'), name, plain_text(
       substring(name from '\\S+$') || ' ' || substring(name from '^(.*\\S)\\s+\\S+$')),
     (1962 + n % 40)::text, md5('unit' || 1 + n % 250)::uuid,
     (ARRAY['VIEN_CHUC','CONG_CHUC','CAN_BO'])[1 + n % 3], 'DANG_LAM_VIEC'
   FROM (SELECT n, ${one(FAMILY, 13)} || ' ' || ${one(MIDDLE, 29)} || ' ' || ${one(GIVEN, 41)} AS name
     FROM generate_series(1, ${people}) n) made`,
  `INSERT INTO record (id, person_id, draft, missing)
   SELECT md5('record' || n)::uuid, md5('person' || n)::uuid, jsonb_build_object(
     'identity', jsonb_build_object('phone', '09' || lpad(((n * 104729::bigint) % 100000000)::text, 8, '0'), 'gender', 'NAM')),
     n % 60
   FROM generate_series(1, ${people}) n`,
  `INSERT INTO revision (id, record_id, version, data, changes, salt, hash, catalogue_version, declaration, confirmed,
     by_user_id, by_name, at)
   SELECT md5('revision' || n)::uuid, md5('record' || n)::uuid, 1, '{}', '[]', 's', 'h', 1, 'd', '{}', md5('u')::uuid, 'x', now()
   FROM generate_series(1, ${people}, 5) n`,
  `INSERT INTO submission (id, revision_id, record_id, state, submitted_at)
   SELECT md5('submission' || n)::uuid, md5('revision' || n)::uuid, md5('record' || n)::uuid, 'submitted',
     timestamptz '2026-11-01' + n * interval '1 minute'
   FROM generate_series(1, ${people}, 5) n`,
]
