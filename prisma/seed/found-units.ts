import { sayDay } from '@/lib/domain/calendar'
import { transact } from '@/lib/server/call'
import { createUnit } from '@/lib/server/units/create-unit'
import { asks, FOUNDER, type Roster } from './roster'
import { sinceOf, UNITS } from './units'

/** All units, the upper ones first. Communes and what is theirs begin with the reform of 2025; the others were there before. */
export const foundUnits = (roster: Roster, at: Date) =>
  transact(async (tx) => {
    for (const [index, unit] of UNITS.entries()) {
      const { code, name, typeCode, agencyCode, parent } = unit
      const parentId = parent === null ? null : roster.unit(parent).id
      const since = sinceOf(unit)
      const paper = { validFrom: since, basis: `${100 + index}/QĐ-UBND ngày ${sayDay(since)}` }
      const made = await createUnit(
        asks(tx, FOUNDER, at, { ...{ code, name, typeCode, agencyCode, parentId }, ...paper }),
      )
      roster.units.set(code, { id: made.unitId, path: made.path, name })
    }
  })
