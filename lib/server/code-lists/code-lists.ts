import 'server-only'
import type { CodeEntry, Lists } from '@/lib/catalogue/code-list'
import { listsWith } from '@/lib/catalogue/code-lists'
import { changedLists, type VersionRow } from '@/lib/domain/code-lists/changed-lists'
import { db } from '../db'

/** What this process last read; kept through reloads, and shared by all bundles of one process. */
type Kept = { version: number; lists: Lists; changed: ReadonlyMap<string, readonly CodeEntry[]>; askedAt: number }
const kept = globalThis as { portalCodeLists?: Kept; portalCodeListsAsked?: Promise<void> | undefined }

const SHIPPED: Kept = { version: 0, lists: listsWith(new Map()), changed: new Map(), askedAt: Number.NEGATIVE_INFINITY }

/** So long a version taken by another process may stay unseen here. */
const LOOK_EVERY_MS = 1_000

/** The code lists as shipped and as changed since. Read at once; `freshCodeLists` keeps them true. */
export const codeLists: Lists = (name) => (kept.portalCodeLists ?? SHIPPED).lists(name)

/** Grows with every version taken: what was judged by the lists of one holds until the next. */
export const codeListsVersion = (): number => (kept.portalCodeLists ?? SHIPPED).version

/** Reads the lists again when a version was taken since, asking at most once a second; every request and every job begins here. */
export async function freshCodeLists(): Promise<void> {
  if (performance.now() - (kept.portalCodeLists ?? SHIPPED).askedAt < LOOK_EVERY_MS) return
  kept.portalCodeListsAsked ??= readCodeLists().finally(() => {
    kept.portalCodeListsAsked = undefined
  })
  await kept.portalCodeListsAsked
}

/** The same without waiting its second: for the process that has just taken a version. */
export async function readCodeLists(): Promise<void> {
  const askedAt = performance.now()
  const before = kept.portalCodeLists ?? SHIPPED
  const { _max } = await db.codeListVersion.aggregate({ _max: { id: true } })
  const version = _max.id ?? 0
  if (version === before.version) {
    kept.portalCodeLists = { ...before, askedAt }
    return
  }
  const rows = await db.$queryRaw<VersionRow[]>`
    SELECT DISTINCT ON (v.list, e.code) v.list, v.basis, e.code, e.label, e.valid_from AS "validFrom",
      e.valid_until AS "validUntil", e."group", e.note, e.successor, e.withdrawn
    FROM code_list_entry e JOIN code_list_version v ON v.id = e.version_id WHERE v.id <= ${version}
    ORDER BY v.list, e.code, v.id DESC`
  const changed = changedLists(rows)
  kept.portalCodeLists = { version, changed, lists: listsWith(changed), askedAt }
}
