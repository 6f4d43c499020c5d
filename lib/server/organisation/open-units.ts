import 'server-only'
import { db } from '../db'

/** What is held against the ministry's list: units that are open, in the order of the tree. */
export const openUnits = () =>
  db.unit.findMany({
    where: { isOpen: true },
    orderBy: { path: 'asc' },
    select: { id: true, name: true, agencyCode: true, nationalCode: true },
  })
