import 'server-only'
import { fromDateColumn } from '@/lib/domain/calendar'
import type { WrittenRow } from '@/lib/domain/exchange/message-table'
import type { NationalErrorCode } from '@/lib/domain/national-errors'
import type { Tx } from '../db'

/** Every row ever written over the table of messages, the oldest first. */
export async function writtenMessages(tx: Tx): Promise<(WrittenRow & Kept)[]> {
  const rows = await tx.nationalMessage.findMany({ orderBy: { id: 'asc' }, omit: { byUserId: true } })
  return rows.map(({ id, code, validFrom, ...row }) => ({
    ...row,
    id: Number(id),
    code: code as NationalErrorCode,
    validFrom: fromDateColumn(validFrom),
  }))
}

type Kept = { reason: string; byName: string; at: Date }
