import { EXPORT_CHIPS, EXPORT_KINDS } from '../exports/export-words'
import { aUnit, type ListAsk, oneOf, type Sort } from './list-spec'

/** The register of what was issued with the value of the paper original, and of what was asked for. */
export const EXPORT_LIST = {
  path: '/exports',
  sorts: ['number', 'unit', 'subject', 'state', 'requested', 'closed'] as const,
  sort: { by: 'requested', down: true } as Sort<'requested'>,
  filters: {
    unit: aUnit,
    state: oneOf(Object.keys(EXPORT_CHIPS)),
    kind: oneOf([...EXPORT_KINDS]),
    year: (typed: string) => (/^20\d\d$/.test(typed) ? typed : null),
  },
  extras: ['purpose', 'sealed', 'withdrawn'],
} as const

export type ExportSort = (typeof EXPORT_LIST.sorts)[number]
export type ExportAsk = ListAsk<ExportSort, keyof typeof EXPORT_LIST.filters>
