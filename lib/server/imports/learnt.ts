import 'server-only'
import type { ColumnKey } from '@/lib/domain/excel/columns'
import type { ImportSheet } from '@/lib/domain/excel/import-sheets'
import { headerWords } from '@/lib/domain/excel/match-headers'

import { db, type Tx } from '../db'

/** What heads of columns were said to be before, by table. */
export async function learntHeaders() {
  const rows = await db.learntHeader.findMany({ select: { table: true, words: true, key: true } })
  const tables = new Map<string, Map<string, ColumnKey | null>>()
  for (const { table, words, key } of rows) tables.set(table, (tables.get(table) ?? new Map()).set(words, key))
  return (table: string): ReadonlyMap<string, ColumnKey | null> => tables.get(table) ?? new Map()
}

/** What words mean in the code lists: `list|words` → code. */
export async function learntWords(): Promise<ReadonlyMap<string, string>> {
  const rows = await db.learntWord.findMany({ select: { list: true, words: true, code: true } })
  return new Map(rows.map(({ list, words, code }) => [`${list}|${words}`, code]))
}

/** Keeps what somebody said of the heads, for the next file that has them. */
export async function learnHeaders(tx: Tx, sheets: readonly ImportSheet[], at: Date) {
  const said = sheets.flatMap(({ as, table, headers, keys }) =>
    as === 'main' || as === 'table'
      ? headers.map((header, column) => ({ table: table ?? '', words: headerWords(header), key: keys[column] ?? null }))
      : [],
  )
  const known = [
    ...new Map(said.filter(({ words }) => words !== '').map((one) => [`${one.table}|${one.words}`, one])).values(),
  ]
  if (known.length === 0) return
  await tx.$executeRaw`
    INSERT INTO learnt_header ("table", words, key, at)
    SELECT one."table", one.words, one.key, ${at} FROM jsonb_to_recordset(${JSON.stringify(known)}::jsonb)
      AS one ("table" text, words text, key text)
    ON CONFLICT ("table", words) DO UPDATE SET key = EXCLUDED.key, at = EXCLUDED.at`
}
