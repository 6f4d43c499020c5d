import 'server-only'
import { fromDateColumn } from '@/lib/domain/calendar'
import type { RowChange } from '@/lib/domain/organisation/row-change'
import { type Actor, can } from '@/lib/domain/policy'
import { Refusal } from '@/lib/domain/refusal'
import { isUuid } from '@/lib/domain/uuid'
import type { Tx } from '../db'

const UNIT = { select: { id: true, name: true, path: true } } as const

export type LoadedMovement = Awaited<ReturnType<typeof loadMovement>>

/**
 * One movement, for whoever keeps the unit it led from, the unit it led to, or the one the person is in now. Only the first and
 * the last may change it. Throws `notFound` to others.
 */
export async function loadMovement(tx: Tx, actor: Actor, permission: 'movement.read' | 'movement.record', id: string) {
  const row = isUuid(id)
    ? await tx.movement.findUnique({
        where: { id },
        include: {
          ...{ fromUnit: UNIT, toUnit: UNIT, undoneBy: true, effect: true, report: true },
          person: {
            select: {
              ...{ id: true, fullName: true, citizenId: true, personCategory: true, unit: UNIT },
              record: { select: { id: true } },
            },
          },
        },
      })
    : null
  const paths = row ? [row.fromUnit.path, row.person.unit.path] : []
  if (row?.toUnit && permission === 'movement.read') paths.push(row.toUnit.path)
  if (!row || !paths.some((unitPath) => can(actor, permission, { personId: null, unitPath }))) {
    throw new Refusal('notFound', {})
  }
  const { changes, day, decidedOn, ...entry } = row
  return {
    ...entry,
    changes: changes as unknown as RowChange[],
    day: fromDateColumn(day),
    decidedOn: fromDateColumn(decidedOn),
    dayColumn: day,
    decidedColumn: decidedOn,
  }
}
