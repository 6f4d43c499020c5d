import 'server-only'
import type { CellValue } from '@/lib/documents/xlsx/cells'
import { dayOf, sayInstant } from '@/lib/domain/calendar'
import type { Query } from '@/lib/domain/list-query'
import type { Column } from '@/lib/domain/lists/column'
import type { Cursor } from '@/lib/domain/lists/list-cursor'
import { askHref, type ListAsk, type ListSpec, readAsk } from '@/lib/domain/lists/list-spec'
import { type Actor, mayAnywhere, type Permission } from '@/lib/domain/policy'
import { Refusal } from '@/lib/domain/refusal'
import type { ListPage } from './list-page'

type Source<Row, Key extends string, Filter extends string> = {
  title: string
  /** Of the file: `ho-so`. */
  file: string
  permission: Permission
  spec: ListSpec<Key, Filter>
  columns: (actor: Actor) => readonly Column<Row>[]
  page: (actor: Actor, ask: ListAsk<Key, Filter>, now: Date) => Promise<ListPage<Row>>
}

/** Rows of a list as they stand in a workbook, and where the rest begins. */
export type ListPiece = {
  columns: { key: string; label: string; kind: Column<never>['kind'] }[]
  rows: CellValue[][]
  total: number
  atLeast: boolean
  next: Cursor | null
}

/** A list as it is taken away: the rows and columns of the screen, in the same order, for the same eyes. */
export type ListExport = {
  title: string
  path: string
  permission: Permission
  fileName: (now: Date) => string
  /** What was asked for, as an address; what the list does not know is left out. */
  address: (query: Query) => string
  piece: (actor: Actor, query: Query, from: { size: number; cursor: Cursor | null }, now: Date) => Promise<ListPiece>
}

export const asExport = <Row, Key extends string, Filter extends string>({
  title,
  file,
  permission,
  spec,
  columns,
  page,
}: Source<Row, Key, Filter>): ListExport => ({
  ...{ title, path: spec.path, permission },
  fileName: (now) => `${file}-${dayOf(now)}.xlsx`,
  address: (query) => askHref(spec, readAsk(spec, query)),
  async piece(actor, query, { size, cursor }, now) {
    if (!mayAnywhere(actor, permission)) throw new Refusal('notFound', {})
    const ask = readAsk(spec, query)
    const { rows, total, atLeast, next } = await page(actor, { ...ask, size, cursor }, now)
    const shown = columns(actor).filter(({ key }) => !spec.extras?.includes(key) || ask.extras.includes(key))
    return {
      columns: shown.map(({ key, label, kind }) => ({ key, label, kind })),
      rows: rows.map((row) => shown.map(({ of }) => of(row))),
      ...{ total, atLeast, next },
    }
  },
})

/** The second sheet: what this is, of when, for whom. */
export const aboutList = ({ title }: ListExport, actor: Actor, address: string, rows: number, now: Date) =>
  [
    ['Danh sách', title],
    ['Số dòng', String(rows)],
    ['Số liệu lúc', sayInstant(now)],
    ['Người xuất', actor.personName],
    ['Điều kiện lọc', address],
  ] as const

/** What the log keeps of it. */
export const exportEntry = (
  { title, path }: ListExport,
  address: string,
  columns: ListPiece['columns'],
  rows: number,
) =>
  ({
    action: 'list.exported',
    subject: { type: 'page', id: path, name: `danh sách ${title}` },
    detail: { list: title, rows, address, columns: columns.map(({ key }) => key) },
  }) as const
