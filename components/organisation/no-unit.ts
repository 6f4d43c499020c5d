import { type NewUnit, NO_CODES } from '@/lib/domain/organisation/operation'

/** A unit of which nothing has been said yet. */
export const NO_UNIT: NewUnit = { code: '', name: '', typeCode: '', parentId: null, ...NO_CODES }
