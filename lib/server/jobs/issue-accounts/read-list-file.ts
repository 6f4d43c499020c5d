import 'server-only'
import { z } from 'zod'
import { readSheet, UnreadableSheet } from '@/lib/documents/read-sheet'
import { readIssueList } from '@/lib/domain/issue-list'
import { mayAnywhere } from '@/lib/domain/policy'
import { Refusal } from '@/lib/domain/refusal'
import type { Call } from '../../call'

/** A file travels as base64 text. */
export const ListFile = z.object({
  file: z
    .base64('Chọn tệp danh sách.')
    .min(1, 'Chọn tệp danh sách.')
    .max(7_000_000, 'Tệp không lớn hơn 5 MB.')
    .transform((text) => new Uint8Array(Buffer.from(text, 'base64'))),
})

/** The citizen numbers of a workbook or CSV, wherever they stand in it, one a line. */
export async function readListFile({ actor, input }: Omit<Call<z.output<typeof ListFile>>, 'transact'>) {
  if (!mayAnywhere(actor, 'account.manage')) throw new Refusal('notFound', {})
  const rows = await readSheet(input.file).catch((error) => {
    throw error instanceof UnreadableSheet ? new Refusal('sheetUnreadable', {}, { file: 'Không đọc được tệp.' }) : error
  })
  const numbers = rows.flat().filter((cell) => /^\d{11,12}$/.test(cell))
  return { list: readIssueList(numbers.join('\n')).citizenIds.join('\n') }
}
