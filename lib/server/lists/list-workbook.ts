import 'server-only'
import { workbook } from '@/lib/documents/xlsx/workbook'
import type { Query } from '@/lib/domain/list-query'
import { MOST_ROWS } from '@/lib/domain/lists/list-spec'
import type { Actor } from '@/lib/domain/policy'
import { Refusal } from '@/lib/domain/refusal'
import { noteView } from '../access'
import { aboutList, exportEntry, type ListExport } from './list-export'

/** A list as a workbook, made while its reader waits; and an entry in the log. */
export async function listWorkbook(list: ListExport, actor: Actor, query: Query, now: Date) {
  const { columns, rows, total, atLeast } = await list.piece(actor, query, { size: MOST_ROWS, cursor: null }, now)
  if (total > MOST_ROWS || atLeast) throw new Refusal('listTooLong', { rows: total, most: MOST_ROWS })
  const address = list.address(query)
  const bytes = workbook({ columns, rows, about: aboutList(list, actor, address, rows.length, now) })
  await noteView(actor, exportEntry(list, address, columns, rows.length))
  return { name: list.fileName(now), bytes }
}
