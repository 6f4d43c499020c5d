import 'server-only'
import { workbook } from '@/lib/documents/xlsx/workbook'
import { dayOf, sayInstant } from '@/lib/domain/calendar'
import type { Query } from '@/lib/domain/list-query'
import type { Column } from '@/lib/domain/lists/column'
import { askHref, type ListAsk, type ListSpec, MOST_ROWS, readAsk } from '@/lib/domain/lists/list-spec'
import { type Actor, mayAnywhere, type Permission } from '@/lib/domain/policy'
import { Refusal } from '@/lib/domain/refusal'
import { noteView } from '../access'
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

export type ListExport = {
  permission: Permission
  make: (actor: Actor, query: Query, now: Date) => Promise<{ name: string; bytes: Uint8Array }>
}

/** A list as a workbook: the same rows in the same order, the same columns, for the same eyes; and an entry in the log. */
export const asWorkbook = <Row, Key extends string, Filter extends string>({
  title,
  file,
  permission,
  spec,
  columns,
  page,
}: Source<Row, Key, Filter>): ListExport => ({
  permission,
  async make(actor, query, now) {
    if (!mayAnywhere(actor, permission)) throw new Refusal('notFound', {})
    const ask = readAsk(spec, query)
    const { rows, total, atLeast } = await page(actor, { ...ask, size: MOST_ROWS, cursor: null }, now)
    if (total > MOST_ROWS || atLeast) throw new Refusal('listTooLong', { rows: total, most: MOST_ROWS })
    const shown = columns(actor).filter(({ key }) => !spec.extras?.includes(key) || ask.extras.includes(key))
    const address = askHref(spec, ask)
    const bytes = workbook({
      columns: shown,
      rows: rows.map((row) => shown.map(({ of }) => of(row))),
      about: [
        ['Danh sách', title],
        ['Số dòng', String(rows.length)],
        ['Số liệu lúc', sayInstant(now)],
        ['Người xuất', actor.personName],
        ['Điều kiện lọc', address],
      ],
    })
    const detail = { list: title, rows: rows.length, address, columns: shown.map(({ key }) => key) }
    await noteView(actor, {
      action: 'list.exported',
      subject: { type: 'page', id: spec.path, name: `danh sách ${title}` },
      detail,
    })
    return { name: `${file}-${dayOf(now)}.xlsx`, bytes }
  },
})
