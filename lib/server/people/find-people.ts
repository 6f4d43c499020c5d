import 'server-only'
import type { Actor } from '@/lib/domain/policy'
import { offDuty, onDuty } from '@/lib/domain/reading'
import { searchWords } from '@/lib/domain/search-name'
import { Prisma } from '@/prisma/generated/client'
import { sqlWithin } from '../within'

const { sql, join, empty } = Prisma

/**
 * Who is looked for, as a condition over `p`: digits anywhere in the citizen id or (where it may be read) the telephone,
 * words at the beginning of the words of the name, in whatever order. The ids are gathered first, on trigram indexes:
 * left to itself the planner walks the whole province in order of names until a page is full (docs/lists.md).
 */
export function findPeople(actor: Actor, search: string): Prisma.Sql[] {
  const digits = search.replace(/[\s.+-]/g, '')
  const words = searchWords(search)
  if (words.length === 0) return []
  if (!/^\d+$/.test(digits)) return [amongIds(nameHas(words), empty)]
  const byPhone = sql`UNION ALL
    SELECT p.id FROM record r JOIN person p ON p.id = r.person_id JOIN unit u ON u.id = p.unit_id
    WHERE r.phone LIKE ${`%${digits}%`}
      AND (${sqlWithin(onDuty(actor), 'record.read', 'identity.phone')}
        OR ${sqlWithin(offDuty(actor), 'record.read', 'identity.phone')} AND EXISTS (
          SELECT FROM cv WHERE cv.record_id = r.id AND regexp_replace(cv.phone, '\\D', '', 'g') LIKE ${`%${digits}%`}))`
  return [amongIds(sql`search_text LIKE ${`%${digits}%`}`, byPhone)]
}

const nameHas = (words: readonly string[]) =>
  join(
    words.map((word) => sql`search_text LIKE ${`% ${word}%`}`),
    ' AND ',
  )

const amongIds = (condition: Prisma.Sql, more: Prisma.Sql) =>
  sql`p.id = ANY (ARRAY(SELECT id FROM person WHERE ${condition} ${more}))`
