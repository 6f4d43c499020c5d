import { db } from '@/lib/server/db'

/** What the province says, whatever ids and salts it was given: two that were filled alike have the same. */
export async function provinceHash(): Promise<string> {
  const rows = await db.$queryRaw<{ hash: string }[]>`
    SELECT encode(sha256(convert_to(string_agg(
      concat_ws('|', u.code, p.citizen_id, p.full_name, a.username, r.filled, r.has_unsent, md5(r.draft::text), md5(v.data::text)),
      E'\n' ORDER BY p.citizen_id), 'UTF8')), 'hex') AS hash
    FROM person p JOIN unit u ON u.id = p.unit_id JOIN record r ON r.person_id = p.id
    LEFT JOIN user_account a ON a.person_id = p.id LEFT JOIN revision v ON v.id = r.approved_revision_id`
  return rows[0]?.hash.slice(0, 16) ?? ''
}
