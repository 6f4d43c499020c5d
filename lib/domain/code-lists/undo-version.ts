import type { CodeEntry } from '@/lib/catalogue/code-list'
import { dayBefore } from '../organisation/organisation'

type Undone = {
  /** The entries as the version left them. */
  entries: readonly CodeEntry[]
  /** The same codes as they stood before it. */
  before: ReadonlyMap<string, CodeEntry>
  /** Codes that stand in somebody's record. */
  used: ReadonlySet<string>
  today: string
}

/** What takes a version back: each entry as it was; one it had added is closed where it is used, else withdrawn. */
export const undoneEntries = ({ entries, before, used, today }: Undone): CodeEntry[] =>
  entries.map((entry): CodeEntry => {
    const was = before.get(entry.code)
    if (was) return was
    return used.has(entry.code) ? { ...entry, validUntil: dayBefore(today) } : { ...entry, withdrawn: true }
  })
