import 'server-only'
import type { PeopleAsk, PeopleSort } from '@/lib/domain/lists/people-list-spec'
import { isQualityStage, type PeopleStage, type PersonState } from '@/lib/domain/people-stages'
import type { Actor } from '@/lib/domain/policy'
import { offDuty, onDuty } from '@/lib/domain/reading'
import type { Place } from '@/lib/domain/sub-systems'
import { Prisma } from '@/prisma/generated/client'
import { type Key, type ListSource, listPage } from '../lists/list-page'
import { PEOPLE, PEOPLE_ALONE, PERSON_STATE, PERSON_STATE_ALONE, stageIs } from '../overview/stages'
import { sqlWithin } from '../within'
import { findPeople } from './find-people'
import { placeInWords, positionsLike, RANKS, ranksLike } from './people-columns'

const { sql } = Prisma

export type PersonRow = {
  personId: string
  recordId: string
  name: string
  citizenId: string | null
  unitName: string
  personCategory: string
  employmentStatus: string
  position: string | null
  rank: string | null
  gender: string | null
  phone: string | null
  /** Null where it may not be read. */
  partyMember: boolean | null
  dateOfBirth: string | null
  filled: number
  missing: number
  hasUnsent: boolean
  confirmedAt: Date | null
  state: PersonState
  updatedAt: Date
}

/** One page of the people whose records this actor may read. What of them this actor may not read is empty. */
export const peopleList = (actor: Actor, ask: PeopleAsk) => listPage<PersonRow>(peopleSource(actor, ask))

/** Where the list is read from; apart, so that its plan can be looked at. */
export function peopleSource(actor: Actor, ask: PeopleAsk): ListSource {
  const month = actor.today.slice(0, 7)
  const may = readable(actor)
  const staged = !isJudgedAlone(ask.filters.stage) || ask.sort.by === 'state'
  return {
    select: sql`p.id AS "personId", r.id AS "recordId", p.full_name AS name, ${may.citizenId} AS "citizenId",
      u.name AS "unitName", p.person_category AS "personCategory", p.employment_status AS "employmentStatus",
      ${may.position} AS position, ${may.rank} AS rank, ${may.gender} AS gender, ${may.phone} AS phone,
      ${may.party} AS "partyMember", ${may.born} AS "dateOfBirth", r.filled, r.missing,
      r.has_unsent AS "hasUnsent",
      (SELECT c.at FROM record_confirmation c
        WHERE c.revision_id = r.approved_revision_id AND c.period = ${month}) AS "confirmedAt",
      ${staged ? PERSON_STATE : PERSON_STATE_ALONE} AS state, r.updated_at AS "updatedAt"`,
    from: staged ? PEOPLE : PEOPLE_ALONE,
    ...(isJudgedAlone(ask.filters.stage) && { countFrom: PEOPLE_ALONE }),
    where: [sqlWithin(actor, 'record.read'), ...conditions(actor, ask, may), ...findPeople(actor, ask.search)],
    lead: leadOf(ask.sort.by, may),
    tie: BY_NAME,
    down: ask.sort.down,
    size: ask.size,
    cursor: ask.cursor,
  }
}

/** Told without looking at where the record stands. */
const isJudgedAlone = (stage: string | undefined) => stage === undefined || isQualityStage(stage)

/** Given name first, in Vietnamese order, on the index `person_by_name`. */
export const BY_NAME: readonly Key[] = [
  { sql: sql`p.given_name`, type: 'text' },
  { sql: sql`p.family_name`, type: 'text' },
  { sql: sql`p.id`, type: 'uuid' },
]

/**
 * What of a record this actor may read, person by person: a role may be held over some units only, or over a sub-system.
 * Off daily duty an answer is that of the approved record (`cv`), as on the record's own page.
 */
function readable(actor: Actor) {
  const may = (column: Prisma.Sql, place: Place) =>
    sql`CASE WHEN ${sqlWithin(actor, 'record.read', place)} THEN ${column} END`
  const answer = (place: Place, draft: Prisma.Sql, approved: Prisma.Sql) => {
    const elsewhere = sqlWithin(offDuty(actor), 'record.read', place)
    return sql`CASE WHEN ${sqlWithin(onDuty(actor), 'record.read', place)} THEN ${draft}
      WHEN ${elsewhere} THEN (SELECT ${approved} FROM cv WHERE cv.record_id = r.id) END`
  }
  const party = sql`${sqlWithin(actor, 'record.read', 'affiliation.is_party_member')}
    AND ${sqlWithin(onDuty(actor), 'sensitive.read', 'affiliation.is_party_member')}`
  return {
    citizenId: may(sql`p.citizen_id`, 'identity.citizen_id'),
    position: answer('position.current_position', sql`r.position`, sql`cv.current_position`),
    rank: answer('salary.rank', sql`r.rank`, sql`cv.rank`),
    gender: answer('identity.gender', sql`r.gender`, sql`cv.gender`),
    born: may(sql`p.date_of_birth`, 'identity.date_of_birth'),
    phone: answer('identity.phone', sql`r.phone`, sql`regexp_replace(cv.phone, '\\D', '', 'g')`),
    party: sql`CASE WHEN ${party} THEN r.party_member END`,
  }
}
type Readable = ReturnType<typeof readable>

function leadOf(by: PeopleSort, may: Readable): Key | null {
  const text = (column: Prisma.Sql): Key => ({ sql: sql`coalesce(${column}, '')`, type: 'text' })
  switch (by) {
    case 'name':
      return null
    case 'unit':
      return { sql: sql`u.name`, type: 'text' }
    case 'category':
      return placeInWords('doi-tuong', sql`p.person_category`)
    case 'position':
      return placeInWords('chuc-vu', may.position)
    case 'rank':
      return placeInWords(RANKS, may.rank)
    case 'gender':
      return placeInWords('gioi-tinh', may.gender)
    case 'born':
      return text(may.born)
    case 'filled':
      return { sql: sql`r.filled`, type: 'int' }
    case 'missing':
      return { sql: sql`r.missing`, type: 'int' }
    case 'state':
      return { sql: PERSON_STATE, type: 'text' }
    case 'updated':
      return { sql: sql`r.updated_at`, type: 'timestamptz' }
  }
}

function conditions(actor: Actor, { filters }: PeopleAsk, may: Readable): Prisma.Sql[] {
  const { unit, own, stage, category, status, gender, position, rank, bornFrom, bornUntil, missingFrom, party } =
    filters
  const path = sql`(SELECT path FROM unit WHERE id = ${unit}::uuid)`
  return [
    ...(unit === undefined ? [] : [own ? sql`u.id = ${unit}::uuid` : sql`starts_with(u.path, ${path})`]),
    ...(stage === undefined ? [] : [stageIs(stage as PeopleStage, actor.today.slice(0, 7))]),
    ...(category === undefined ? [] : [sql`p.person_category = ${category}`]),
    ...(status === undefined ? [] : [sql`p.employment_status = ${status}`]),
    ...(gender === undefined ? [] : [sql`${may.gender} = ${gender}`]),
    ...(position === undefined ? [] : [sql`${may.position} = ANY (${positionsLike(position)})`]),
    ...(rank === undefined ? [] : [sql`${may.rank} = ANY (${ranksLike(rank)})`]),
    ...(bornFrom === undefined ? [] : [sql`p.date_of_birth >= ${bornFrom}`]),
    // "1985-09" stands after "1985": everything of the year is before the next.
    ...(bornUntil === undefined ? [] : [sql`p.date_of_birth < ${String(Number(bornUntil) + 1)}`]),
    ...(missingFrom === undefined ? [] : [sql`r.missing >= ${Number(missingFrom)}`]),
    ...(party === undefined ? [] : [party === 'yes' ? sql`${may.party}` : sql`${may.party} IS FALSE`]),
  ]
}
