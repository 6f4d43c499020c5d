import { transact } from '@/lib/server/call'
import { createUnit } from '@/lib/server/units/create-unit'
import { asks, FOUNDER, type Roster } from './roster'
import { UNITS } from './units'

/** All units, the upper ones first. Their history begins with today's province. */
export const foundUnits = (roster: Roster, at: Date) =>
  transact(async (tx) => {
    for (const [index, unit] of UNITS.entries()) {
      const { code, name, typeCode, agencyCode, parent } = unit
      const parentId = parent === null ? null : roster.unit(parent).id
      const paper = { validFrom: '2025-07-01', basis: `${100 + index}/QĐ-UBND ngày 01/07/2025` }
      const made = await createUnit(
        asks(tx, FOUNDER, at, { ...{ code, name, typeCode, agencyCode, parentId }, ...paper }),
      )
      roster.units.set(code, { id: made.unitId, path: made.path, name })
    }
  })
