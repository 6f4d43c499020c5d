import 'server-only'
import { fromDateColumn } from '@/lib/domain/calendar'
import { MOVEMENT_KINDS, MOVEMENTS } from '@/lib/domain/movements/movement-kinds'
import { mustBeReported } from '@/lib/domain/movements/movement-words'
import { REPORT_WITHIN, urgencyOf, workingDaysAfter } from '@/lib/domain/movements/working-days'
import { type Actor, mayAnywhere } from '@/lib/domain/policy'
import { Refusal } from '@/lib/domain/refusal'
import type { Prisma } from '@/prisma/generated/client'
import { db } from '../db'
import { unitsWithin } from '../within'
import { workingCalendar } from './working-calendar'

const SELECT = {
  id: true,
  kind: true,
  day: true,
  decidedOn: true,
  basis: true,
  destination: true,
  byName: true,
  at: true,
  undoneBy: { select: { id: true } },
  effect: { select: { at: true } },
  report: { select: { sentOn: true, documentNo: true } },
  person: { select: { fullName: true } },
  fromUnit: { select: { name: true } },
  toUnit: { select: { name: true } },
} as const satisfies Prisma.MovementSelect

/** At most so many reports are shown as due at once: the oldest. */
const DUE_SHOWN = 100

/** What must still be reported to the department of home affairs, the most urgent first. */
export async function reportsDue(actor: Actor) {
  const kinds = MOVEMENT_KINDS.filter((kind) => MOVEMENTS[kind].reported)
  const rows = await db.movement.findMany({
    where: { ...within(actor), kind: { in: kinds }, undoneBy: null, report: null },
    orderBy: [{ decidedOn: 'asc' }, { number: 'asc' }],
    take: DUE_SHOWN,
    select: SELECT,
  })
  const calendar = await workingCalendar(db)
  return rows.map(said).map((row) => {
    const due = workingDaysAfter(row.decidedOn, REPORT_WITHIN, calendar)
    return { ...row, due, urgency: urgencyOf(due, null, actor.today, calendar) }
  })
}

/** Everything that happened to one person, newest first, what was taken back too. */
export async function movementsOf(personId: string) {
  const rows = await db.movement.findMany({
    where: { personId, kind: { not: 'undo' } },
    orderBy: [{ day: 'desc' }, { number: 'desc' }],
    select: SELECT,
  })
  return rows.map(said)
}

function within(actor: Actor): Prisma.MovementWhereInput {
  if (!mayAnywhere(actor, 'movement.read')) throw new Refusal('notFound', {})
  const unit = unitsWithin(actor, 'movement.read')
  return { OR: [{ fromUnit: unit }, { toUnit: unit }, { person: { unit } }] }
}

function said({ day, decidedOn, person, fromUnit, toUnit, undoneBy, effect, report, ...row }: Row) {
  return {
    ...row,
    day: fromDateColumn(day),
    decidedOn: fromDateColumn(decidedOn),
    person: person.fullName,
    from: fromUnit.name,
    to: toUnit?.name ?? row.destination,
    undone: undoneBy !== null,
    inEffect: effect !== null,
    reportedOn: report && fromDateColumn(report.sentOn),
    mustReport: mustBeReported(row.kind),
  }
}

type Row = Prisma.MovementGetPayload<{ select: typeof SELECT }>
