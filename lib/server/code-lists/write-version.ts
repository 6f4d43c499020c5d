import 'server-only'
import type { CodeEntry } from '@/lib/catalogue/code-list'
import { listTitle, SINGLE_LISTS, codeLists as shippedLists } from '@/lib/catalogue/code-lists'
import { dateColumn } from '@/lib/domain/calendar'
import { changedLists, rowOfEntry, type VersionRow } from '@/lib/domain/code-lists/changed-lists'
import { FIXED_LISTS } from '@/lib/domain/code-lists/fixed-lists'
import { dayBefore } from '@/lib/domain/organisation/organisation'
import { type Actor, mayAnywhere } from '@/lib/domain/policy'
import { Refusal } from '@/lib/domain/refusal'
import { writeAudit } from '../audit'
import type { Tx } from '../db'

/** Throws `notFound` to who has nothing to do with the lists, and for a list that there is not. */
export function requireList(actor: Actor, list: string): void {
  if (!mayAnywhere(actor, 'codeList.manage') || !SINGLE_LISTS.includes(list)) throw new Refusal('notFound', {})
}

/** The same, for who is about to change it. */
export function requireOpenList(actor: Actor, list: string): void {
  requireList(actor, list)
  const why = FIXED_LISTS[list]
  if (why !== undefined) throw new Refusal('codeListFixed', { why })
}

/** One version is taken at a time, so that their numbers grow in the order in which they can be seen. */
export const lockCodeLists = (tx: Tx) => tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('code lists'))`

/** How the list stands after a version (or after the newest), read past whatever this process keeps. */
export async function entriesAfter(tx: Tx, list: string, version?: number): Promise<readonly CodeEntry[]> {
  const rows = await tx.$queryRaw<VersionRow[]>`
    SELECT DISTINCT ON (e.code) v.list, v.basis, e.code, e.label, e.valid_from AS "validFrom",
      e.valid_until AS "validUntil", e."group", e.note, e.successor, e.withdrawn
    FROM code_list_entry e JOIN code_list_version v ON v.id = e.version_id
    WHERE v.list = ${list} AND v.id <= ${version ?? 2_147_483_647} ORDER BY e.code, v.id DESC`
  return changedLists(rows).get(list) ?? shippedLists(list)
}

type Taken = {
  list: string
  kind: 'edit' | 'import' | 'undo'
  basis: string
  summary: string
  entries: readonly CodeEntry[]
  fileName?: string
  undoes?: { id: number; number: number }
}

const ACTIONS = { edit: 'codeList.changed', import: 'codeList.imported', undo: 'codeList.undone' } as const

/** Takes a version whole, in the caller's transaction, under `lockCodeLists`. Records are judged again by the new list. */
export async function writeVersion(tx: Tx, actor: Actor, taken: Taken, now: Date): Promise<number> {
  const { list, kind, basis, summary, entries, fileName, undoes } = taken
  const newest = await tx.codeListVersion.aggregate({ where: { list }, _max: { number: true } })
  const number = (newest._max.number ?? 0) + 1
  await tx.codeListVersion.create({
    data: {
      ...{ list, number, kind, basis, summary, fileName: fileName ?? null, undoes: undoes?.id ?? null },
      ...{ byUserId: actor.userId, byName: actor.personName, at: now },
      entries: { create: entries.map(rowOfEntry) },
    },
  })
  await tx.$executeRaw`
    UPDATE record_quality SET judged_on = ${dateColumn(dayBefore(actor.today))}::date
    WHERE judged_on >= ${dateColumn(actor.today)}::date`
  const detail = {
    ...{ summary, basis, version: number },
    ...(fileName === undefined ? {} : { file: fileName }),
    ...(undoes === undefined ? {} : { undone: undoes.number }),
  }
  const subject = { type: 'codeList', id: list, name: listTitle(list) } as const
  await writeAudit(tx, actor, { action: ACTIONS[kind], subject, detail }, now)
  return number
}
