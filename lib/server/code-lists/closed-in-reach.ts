import 'server-only'
import { fieldNamed, isSectionId, type SectionId } from '@/lib/catalogue'
import { SINGLE_LISTS } from '@/lib/catalogue/code-lists'
import { usagePlaces } from '@/lib/domain/code-lists/usage-places'
import type { Actor } from '@/lib/domain/policy'
import { closedCode } from '@/lib/domain/rules/code-list-rules'
import { Prisma } from '@/prisma/generated/client'
import { db } from '../db'
import { sqlWithin } from '../within'
import { codeLists } from './code-lists'

type Found = {
  recordId: string
  name: string
  unitName: string
  list: string
  section: string
  code: string
  said: string
}

/** Records in reach whose answer stands in a code that was closed, each with what to write instead; names in order. */
export async function closedInReach(actor: Actor, page: { skip: number; take: number }) {
  const places = SINGLE_LISTS.flatMap((list) => placesOf(list, actor.today))
  if (places.length === 0) return { total: 0, rows: [] }
  const said = Prisma.join(
    places.map(
      ({ list, section, code, several, closed }) => Prisma.sql`
        SELECT ${list}::text AS list, ${section}::text AS section, ${code}::text AS code, one AS said
        FROM jsonb_array_elements_text(${valuesAt(section, code, several)}) one WHERE one = ANY (${closed}::text[])`,
    ),
    ' UNION ALL ',
  )
  const found = await db.$queryRaw<(Found & { total: number })[]>`
    SELECT r.id AS "recordId", r.full_name AS name, r.unit_name AS "unitName", said.*, (count(*) OVER ())::int AS total
    FROM (
      SELECT r.id, r.draft || '{}' AS draft, p.full_name, p.given_name, p.family_name, u.name AS unit_name
      FROM record r JOIN person p ON p.id = r.person_id JOIN unit u ON u.id = p.unit_id
      WHERE p.same_as_id IS NULL AND ${sqlWithin(actor, 'record.import')} OFFSET 0
    ) r CROSS JOIN LATERAL (${said}) said
    ORDER BY r.given_name COLLATE "vi-x-icu", r.family_name COLLATE "vi-x-icu", r.id, said.section, said.code
    LIMIT ${page.take} OFFSET ${page.skip}`
  return { total: found[0]?.total ?? 0, rows: found.flatMap((row) => inWords(row, actor.today)) }
}

/** Answers that stand alone: rows of tables speak of their own time. */
function placesOf(list: string, today: string) {
  const closed = codeLists(list).flatMap(({ code }) => (closedCode(codeLists, list, code, today) ? [code] : []))
  if (closed.length === 0) return []
  return usagePlaces(list).flatMap((place) => (place.table === null ? [{ ...place, list, closed }] : []))
}

const valuesAt = (section: string, code: string, several: boolean) => {
  const value = Prisma.sql`r.draft #> ARRAY[${section}::text, ${code}::text]`
  return several
    ? Prisma.sql`CASE WHEN jsonb_typeof(${value}) = 'array' THEN ${value} ELSE '[]'::jsonb END`
    : Prisma.sql`jsonb_build_array(${value})`
}

function inWords({ recordId, name, unitName, list, section, code, said }: Found, today: string) {
  const closed = closedCode(codeLists, list, said, today)
  if (!closed || !isSectionId(section)) return []
  const { entry, successor } = closed
  const field = fieldNamed(section as SectionId, code)
  return [
    {
      ...{ recordId, name, unitName, section, code, field: field?.label ?? code, label: entry.label },
      ...{ until: entry.validUntil ?? '', successor: successor?.label ?? null, byPerson: field?.whoMayEdit === 'self' },
    },
  ]
}
