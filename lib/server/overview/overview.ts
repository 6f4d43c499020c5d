import 'server-only'
import { OVERVIEW_STAGES, type PeopleStage, QUALITY_STAGES, type QualityStage } from '@/lib/domain/people-stages'
import { type Actor, mayAnywhere, type Permission, within } from '@/lib/domain/policy'
import { Refusal } from '@/lib/domain/refusal'
import { Prisma } from '@/prisma/generated/client'
import { db } from '../db'
import { sqlWithin } from '../within'
import { PEOPLE, PEOPLE_ALONE, stageIs } from './stages'

/** Beside the columns of the table: what waits for somebody. */
const COUNTED = [
  ...OVERVIEW_STAGES,
  ...(['draft', 'changed', 'incomplete', 'neverSignedIn', 'returned', 'toSend', 'notSent'] as const),
  ...(['atApproved', 'atSynced', 'atError'] as const),
] as const
type Counts<Stage extends PeopleStage> = Record<Stage | 'people', number>

type Unit = { id: string; name: string; path: string; parentId: string | null; typeCode: string }

type Row<Stage extends PeopleStage> = { unit: Unit; own: boolean; units: number; counts: Counts<Stage> }

/** What is counted, from where, and for whom. */
type Counting<Stage extends PeopleStage> = { permission: Permission; from: Prisma.Sql; stages: readonly Stage[] }

const PROGRESS: Counting<(typeof COUNTED)[number]> = { permission: 'overview.read', from: PEOPLE, stages: COUNTED }
const QUALITY: Counting<QualityStage> = { permission: 'quality.read', from: PEOPLE_ALONE, stages: QUALITY_STAGES }

/** How far records are this month. */
export const overview = (actor: Actor, focusId: string | null) => figures(actor, focusId, PROGRESS)

/** How good they are: đúng, đủ, sạch, sống. */
export const qualityOverview = (actor: Actor, focusId: string | null) => figures(actor, focusId, QUALITY)

/**
 * The figures, unit by unit: the unit asked for with its own people, and each unit below it with everybody under it.
 * `linked` is false for who may see figures and no names.
 */
async function figures<Stage extends PeopleStage>(actor: Actor, focusId: string | null, counting: Counting<Stage>) {
  const { permission, stages } = counting
  const reach = within(actor, permission)
  const totalsOnly = reach === 'nothing'
  if (totalsOnly && !mayAnywhere(actor, permission)) throw new Refusal('notFound', {})
  const where = totalsOnly ? Prisma.sql`TRUE` : sqlWithin(actor, permission)
  const [units, counted] = await Promise.all([unitsOf(reach), countByUnit(where, actor.today.slice(0, 7), counting)])
  const none = Object.fromEntries(stages.map((stage) => [stage, 0])) as Counts<Stage>
  const add = (a: Counts<Stage>, b: Counts<Stage>) =>
    Object.fromEntries(stages.map((stage) => [stage, a[stage] + b[stage]])) as Counts<Stage>
  const subtreeRow = (unit: Unit): Row<Stage> => {
    const members = units.filter(({ path }) => path.startsWith(unit.path))
    const counts = members.reduce((sum, { id }) => add(sum, counted.get(id) ?? none), none)
    return { unit, own: false, units: members.length, counts }
  }
  const tops = topsOf(units)
  const focus = focusId === null ? soleTop(tops) : units.find(({ id }) => id === focusId)
  if (focusId !== null && !focus) throw new Refusal('notFound', {})
  const below = focus ? units.filter(({ parentId }) => parentId === focus.id) : tops
  const others = focusId === null && focus ? tops.filter(({ id }) => id !== focus.id) : []
  const rows = [...below, ...others].map(subtreeRow)
  rows.sort((a, b) => b.counts.people - a.counts.people || a.unit.name.localeCompare(b.unit.name, 'vi'))
  const own: Row<Stage>[] = focus ? [{ unit: focus, own: true, units: 1, counts: counted.get(focus.id) ?? none }] : []
  const all = [...own.filter(({ counts }) => counts.people > 0 || rows.length === 0), ...rows]
  return {
    focus: focus ?? null,
    /** The unit above, where it may be seen too. */
    parentId: units.find(({ id }) => id === focus?.parentId)?.id ?? null,
    /** Whose people the sum row counts: a unit's, or (null) everybody's; undefined where no list is exactly that. */
    sumOf: sumOf(focus, others.length > 0, reach === 'everything'),
    rows: all,
    sum: all.reduce((sum, { counts }) => add(sum, counts), none),
    units: all.reduce((sum, row) => sum + row.units, 0),
    linked: !totalsOnly,
  }
}

function sumOf(focus: Unit | undefined, hasOthers: boolean, everything: boolean): string | null | undefined {
  if (focus && !hasOthers) return focus.id
  return everything ? null : undefined
}

async function countByUnit<Stage extends PeopleStage>(
  where: Prisma.Sql,
  month: string,
  { from, stages }: Counting<Stage>,
): Promise<Map<string, Counts<Stage>>> {
  const columns = stages.map((stage) => {
    return Prisma.sql`(count(*) FILTER (WHERE ${stageIs(stage, month)}))::int AS ${Prisma.raw(`"${stage}"`)}`
  })
  const rows = await db.$queryRaw<({ unitId: string } & Counts<Stage>)[]>`
    SELECT p.unit_id AS "unitId", ${Prisma.join(columns)} FROM ${from} WHERE ${where} GROUP BY p.unit_id`
  return new Map(rows.map(({ unitId, ...counts }) => [unitId, counts as unknown as Counts<Stage>]))
}

function unitsOf(reach: ReturnType<typeof within>): Promise<Unit[]> {
  const paths = typeof reach === 'string' ? null : reach.unitPaths
  return db.unit.findMany({
    where: { isOpen: true, ...(paths && { OR: paths.map((path) => ({ path: { startsWith: path } })) }) },
    select: { id: true, name: true, path: true, parentId: true, typeCode: true },
  })
}

/** Units whose parent is not among them. */
function topsOf(units: Unit[]): Unit[] {
  const ids = new Set(units.map(({ id }) => id))
  return units.filter(({ parentId }) => parentId === null || !ids.has(parentId))
}

/** The province stands for all, also where bodies of the Party stand beside it. */
const soleTop = (tops: Unit[]) => (tops.length === 1 ? tops[0] : tops.find(({ typeCode }) => typeCode === 'UBND_TINH'))
