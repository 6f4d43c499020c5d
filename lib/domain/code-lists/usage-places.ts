import { ALL_FIELDS } from '@/lib/catalogue'
import { partsOf } from '@/lib/catalogue/code-lists'

/** Where a document names a code of a list. */
export type UsagePlace = {
  section: string
  /** Of the table whose rows have the column; null for an answer that stands alone. */
  table: string | null
  code: string
  several: boolean
  /** Kinds of rows that take the list; null for all. */
  kinds: string[] | null
  label: string
}

/** Every field and column of the form that takes values of the list. */
export function usagePlaces(list: string): UsagePlace[] {
  const takes = (name: string | undefined) => name !== undefined && name !== 'don-vi' && partsOf(name).includes(list)
  return ALL_FIELDS.flatMap(({ section, table, code, kind, codeList, codeListByKind, label }): UsagePlace[] => {
    if (kind !== 'choice' && kind !== 'multiChoice') return []
    const byKind = Object.entries(codeListByKind ?? {}).flatMap(([row, name]) => (takes(name) ? [row] : []))
    if (!takes(codeList) && byKind.length === 0) return []
    return [{ section, table, code, several: kind === 'multiChoice', kinds: takes(codeList) ? null : byKind, label }]
  })
}
