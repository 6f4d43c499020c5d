import 'server-only'
import type { PeopleStage, PersonState } from '@/lib/domain/people-stages'
import type { Actor } from '@/lib/domain/policy'
import { searchWords } from '@/lib/domain/search-name'
import { Prisma } from '@/prisma/generated/client'
import { db } from '../db'
import { PEOPLE, PERSON_STATE, stageIs } from '../overview/stages'
import { sqlWithin } from '../within'

export type PeopleFilter = {
  search: string
  stage: PeopleStage
  /** Path of the unit whose people are asked for, with everything below it unless `own`. */
  unitPath: string | null
  own: boolean
}

export type PersonRow = {
  personId: string
  recordId: string
  name: string
  citizenId: string
  unitName: string
  personCategory: string
  filled: number
  missing: number
  hasUnsent: boolean
  /** The person said this month that nothing has changed. */
  confirmedAt: Date | null
  state: PersonState
  updatedAt: Date
}

/** One page of the people whose records this actor may read, by given name; and how many there are in all. */
export async function peopleList(actor: Actor, filter: PeopleFilter, page: { skip: number; take: number }) {
  const month = actor.today.slice(0, 7)
  const where = Prisma.join(
    [sqlWithin(actor, 'record.read'), stageIs(filter.stage, month), inUnit(filter), ...matching(filter.search)],
    ' AND ',
  )
  const [counted, rows] = await Promise.all([
    db.$queryRaw<{ total: number }[]>`SELECT count(*)::int AS total FROM ${PEOPLE} WHERE ${where}`,
    db.$queryRaw<PersonRow[]>`
      SELECT p.id AS "personId", r.id AS "recordId", p.full_name AS name, p.citizen_id AS "citizenId",
        u.name AS "unitName", p.person_category AS "personCategory", r.filled, r.missing,
        r.has_unsent AS "hasUnsent",
        (SELECT c.at FROM record_confirmation c
          WHERE c.revision_id = r.approved_revision_id AND c.period = ${month}) AS "confirmedAt",
        ${PERSON_STATE} AS state, r.updated_at AS "updatedAt"
      FROM ${PEOPLE} WHERE ${where}
      ORDER BY p.search_name, p.id LIMIT ${page.take} OFFSET ${page.skip}`,
  ])
  return { total: counted[0]?.total ?? 0, rows }
}

function inUnit({ unitPath, own }: PeopleFilter): Prisma.Sql {
  if (unitPath === null) return Prisma.sql`TRUE`
  return own ? Prisma.sql`u.path = ${unitPath}` : Prisma.sql`starts_with(u.path, ${unitPath})`
}

/** Digits are looked for in the citizen id, words at the beginning of the words of the name. */
function matching(search: string): Prisma.Sql[] {
  const digits = search.replace(/[\s.-]/g, '')
  if (/^\d+$/.test(digits)) return [Prisma.sql`p.citizen_id LIKE ${`%${digits}%`}`]
  return searchWords(search).map(
    (word) => Prisma.sql`(p.search_name LIKE ${`${word}%`} OR p.search_name LIKE ${`% ${word}%`})`,
  )
}
