import type { CodeEntry } from '@/lib/catalogue/code-list'
import { codeLists } from '@/lib/catalogue/code-lists'

/** How an entry stands after the newest version that speaks of it. */
export type EntryRow = {
  code: string
  label: string
  validFrom: string | null
  validUntil: string | null
  group: string | null
  note: string | null
  successor: string | null
  withdrawn: boolean
}
export type VersionRow = EntryRow & { list: string; basis: string }

/** The lists that were changed since they were shipped, whole: changed entries in their place, new ones after them. */
export function changedLists(rows: readonly VersionRow[]): Map<string, CodeEntry[]> {
  return new Map(
    [...new Set(rows.map(({ list }) => list))].map((list) => {
      const own = rows.filter((row) => row.list === list)
      const changed = new Map(own.map((row) => [row.code, entryOfRow(row, row.basis)]))
      const shipped = codeLists(list)
      const known = new Set(shipped.map(({ code }) => code))
      const added = [...changed.values()].filter(({ code }) => !known.has(code))
      return [list, [...shipped.map((entry) => changed.get(entry.code) ?? entry), ...added]]
    }),
  )
}

export const entryOfRow = ({ successor, withdrawn, ...row }: EntryRow, basis: string): CodeEntry => ({
  ...{ code: row.code, label: row.label, validFrom: row.validFrom, validUntil: row.validUntil },
  ...{ group: row.group, note: row.note, basis },
  ...(successor === null ? {} : { successor }),
  ...(withdrawn ? { withdrawn } : {}),
})

export const rowOfEntry = (entry: CodeEntry): EntryRow => ({
  ...{ code: entry.code, label: entry.label, validFrom: entry.validFrom, validUntil: entry.validUntil },
  ...{ group: entry.group, note: entry.note, successor: entry.successor ?? null, withdrawn: entry.withdrawn ?? false },
})
