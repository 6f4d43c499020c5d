import 'server-only'
import { dayOf } from '@/lib/domain/calendar'
import { listHref, type Query, wordIn } from '@/lib/domain/list-query'
import type { Column } from '@/lib/domain/lists/column'
import { type Actor, mayAnywhere, type Permission } from '@/lib/domain/policy'
import { Refusal } from '@/lib/domain/refusal'
import type { ListExport } from './list-export'

type Source<Row> = {
  title: string
  /** Of the file: `don-vi`. */
  file: string
  path: string
  permission: Permission
  /** What of the address the list knows. */
  words: readonly string[]
  columns: readonly Column<Row>[]
  rows: (actor: Actor, query: Query) => Promise<readonly Row[]>
}

/** A list that is worked out whole before it is shown, as it is taken away: all rows at once. */
export const asWholeExport = <Row>({
  title,
  file,
  path,
  permission,
  words,
  columns,
  rows,
}: Source<Row>): ListExport => ({
  ...{ title, path, permission },
  fileName: (now) => `${file}-${dayOf(now)}.xlsx`,
  address: (query) => listHref(path, Object.fromEntries(words.map((word) => [word, wordIn(query, word)]))),
  async piece(actor, query) {
    if (!mayAnywhere(actor, permission)) throw new Refusal('notFound', {})
    const found = await rows(actor, query)
    return {
      columns: columns.map(({ key, label, kind }) => ({ key, label, kind })),
      rows: found.map((row) => columns.map(({ of }) => of(row))),
      ...{ total: found.length, atLeast: false, next: null },
    }
  },
})
