import 'server-only'
import { type UsagePlace, usagePlaces } from '@/lib/domain/code-lists/usage-places'
import { Prisma } from '@/prisma/generated/client'
import { transact } from '../call'
import { db } from '../db'

export type CodeUse = { code: string; approved: number; drafts: number; revisions: number }

/** Counts where the codes of a list are used, over all records at once, and keeps the figures. */
export async function countUsage(list: string, now: Date): Promise<Map<string, CodeUse>> {
  const uses = await usesOf(usagePlaces(list))
  await transact(async (tx) => {
    // Two counting at once: the second waits, and what it counted later stands.
    await tx.codeUsageCount.upsert({ where: { list }, create: { list, countedAt: now }, update: { countedAt: now } })
    await tx.codeUsage.deleteMany({ where: { list } })
    await tx.codeUsage.createMany({ data: uses.map((use) => ({ list, ...use })) })
  })
  return new Map(uses.map((use) => [use.code, use]))
}

/** Each document is unpacked once (`|| '{}'`, kept by `OFFSET 0`), not once for every place that is looked at. */
async function usesOf(places: readonly UsagePlace[]): Promise<CodeUse[]> {
  if (places.length === 0) return []
  return db.$queryRaw<CodeUse[]>`
    SELECT code, count(DISTINCT id) FILTER (WHERE what = 'approved')::int AS approved,
      count(DISTINCT id) FILTER (WHERE what = 'draft')::int AS drafts,
      count(DISTINCT id) FILTER (WHERE what <> 'draft')::int AS revisions
    FROM (
      SELECT 'draft' AS what, r.id, said.code FROM (SELECT id, draft || '{}' AS document FROM record OFFSET 0) r
        CROSS JOIN LATERAL (${codesIn(places)}) said
      UNION ALL
      SELECT CASE WHEN is_approved THEN 'approved' ELSE 'past' END, r.id, said.code
      FROM (
        SELECT v.id, v.data || '{}' AS document, EXISTS (SELECT FROM record WHERE approved_revision_id = v.id) AS is_approved
        FROM revision v OFFSET 0
      ) r CROSS JOIN LATERAL (${codesIn(places)}) said
    ) everywhere
    WHERE code IS NOT NULL GROUP BY code`
}

/** The codes one document names at these places. */
const codesIn = (places: readonly UsagePlace[]) =>
  Prisma.join(
    places.map(({ section, table, code, several, kinds }) => {
      if (table !== null) {
        const ofKind = kinds === null ? Prisma.sql`true` : Prisma.sql`one ->> 'kind' = ANY (${kinds}::text[])`
        return Prisma.sql`SELECT one ->> ${code}::text AS code FROM jsonb_array_elements(${arrayAt(section, table)}) one WHERE ${ofKind}`
      }
      if (several) {
        return Prisma.sql`SELECT one AS code FROM jsonb_array_elements_text(${arrayAt(section, code)}) one`
      }
      return Prisma.sql`SELECT r.document #>> ARRAY[${section}::text, ${code}::text] AS code`
    }),
    ' UNION ALL ',
  )

const arrayAt = (section: string, code: string) => {
  const value = Prisma.sql`r.document #> ARRAY[${section}::text, ${code}::text]`
  return Prisma.sql`CASE WHEN jsonb_typeof(${value}) = 'array' THEN ${value} ELSE '[]'::jsonb END`
}

/** What was last counted of a list; null before the first time. */
export async function keptUsage(list: string): Promise<{ at: Date; uses: Map<string, CodeUse> } | null> {
  const [counted, uses] = await Promise.all([
    db.codeUsageCount.findUnique({ where: { list } }),
    db.codeUsage.findMany({ where: { list }, omit: { list: true } }),
  ])
  return counted && { at: counted.countedAt, uses: new Map(uses.map((use) => [use.code, use])) }
}
