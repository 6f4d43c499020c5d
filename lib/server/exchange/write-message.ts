import 'server-only'
import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { isRealDay } from '@/lib/catalogue/days'
import { fieldNamedNationally } from '@/lib/documents/national-mapping'
import { dateColumn } from '@/lib/domain/calendar'
import { ERROR_KINDS, type ErrorKind, messageTable, readAnew } from '@/lib/domain/exchange/message-table'
import { changingWords } from '@/lib/domain/national-errors'
import { mayAnywhere } from '@/lib/domain/policy'
import { type FieldErrors, Refusal } from '@/lib/domain/refusal'
import { typedText } from '@/lib/domain/typed-text'
import { writeAudit } from '../audit'
import type { Call } from '../call'
import type { Tx } from '../db'
import { atField, type KeptError } from '../pushes/at-field'
import { writtenMessages } from './written-messages'

export const WriteMessage = z.object({
  /** Of the row that is written anew; absent for one that did not exist. */
  key: z.string().max(60).optional(),
  sentence: typedText(300, 'Ghi câu của Bộ.').transform((typed) => typed.replaceAll('...', '…')),
  code: z.enum(Object.keys(ERROR_KINDS) as [ErrorKind, ...ErrorKind[]], { error: 'Chọn loại lỗi.' }),
  /** National name of the field; "" where the sentence names it itself, or nothing does. */
  field: z.string().max(120),
  message: typedText(300, 'Ghi câu giải thích: sai ở đâu, làm gì.').transform((typed) => typed.replaceAll('...', '…')),
  validFrom: z.string().refine(isRealDay, 'Không có ngày này. Ghi đủ ngày/tháng/năm, ví dụ 01/12/2026.'),
  withdrawn: z.boolean(),
  reason: typedText(300, 'Ghi vì sao.'),
  /** An answer that was heard and that the row must fit. */
  heard: z.string().max(4_000).optional(),
})
type Input = z.output<typeof WriteMessage>

const FIXED_AT_LEAST = 6
const GAPS_AT_MOST = 3

/**
 * Says what a sentence of the national database means, from a day on. What was refused by it already is read anew at once, so that its
 * people stand together under the right cause. Answers how many deliveries that were.
 */
export async function writeMessage({ transact, actor, input, now }: Call<Input>): Promise<number> {
  if (!mayAnywhere(actor, 'exchange.manage')) throw new Refusal('notFound', {})
  const fields = faultsOf(input)
  const count = Object.keys(fields).length
  if (count > 0) throw new Refusal('formInvalid', { count }, fields)
  const { key = randomUUID(), heard: _, field, validFrom, ...row } = input
  return transact(async (tx) => {
    await tx.nationalMessage.create({
      data: {
        ...{ ...row, key, field: field === '' ? null : field, validFrom: dateColumn(validFrom) },
        ...{ byUserId: actor.userId, byName: actor.personName, at: now },
      },
    })
    const reread = await readRefusalsAnew(tx, actor.today)
    const subject = { type: 'page', id: '/pushes/messages', name: row.sentence } as const
    const detail = { code: row.code, field, from: validFrom, reason: row.reason, reread }
    const action = row.withdrawn ? 'message.withdrawn' : 'message.written'
    await writeAudit(tx, actor, { action, subject, detail }, now)
    return reread
  })
}

function faultsOf({ sentence, field, heard, withdrawn }: Input): FieldErrors {
  const faults: FieldErrors = {}
  const gaps = sentence.split('…').length - 1
  if (sentence.replace(/[\s…]/g, '').length < FIXED_AT_LEAST)
    faults.sentence = `Ghi ít nhất ${FIXED_AT_LEAST} chữ của câu, để không nhận nhầm câu khác.`
  else if (gaps > GAPS_AT_MOST) faults.sentence = `Dùng dấu … tối đa ${GAPS_AT_MOST} lần.`
  else if (heard && !withdrawn && changingWords(sentence, heard) === null)
    faults.sentence = 'Câu này không khớp câu Bộ đã trả lời. Giữ nguyên chữ, chỉ thay phần đổi bằng dấu …'
  if (field !== '' && fieldNamedNationally(field) === null) faults.field = 'Không có mục này trong bản gửi Bộ.'
  return faults
}

/** Each sentence once, however many were refused by it. */
async function readRefusalsAnew(tx: Tx, today: string): Promise<number> {
  const table = messageTable(await writtenMessages(tx), today)
  const heard = await tx.$queryRaw<{ error: KeptError }[]>`
    SELECT DISTINCT ON (errors #>> '{0,raw}') errors -> 0 AS error FROM delivery
    WHERE state = 'refused' AND errors #>> '{0,raw}' IS NOT NULL`
  let count = 0
  for (const { error } of heard) {
    const read = atField(readAnew(error, table))
    if (read.code === error.code && read.field === error.field && read.message === error.message) continue
    count += await tx.$executeRaw`
      UPDATE delivery SET errors = ${JSON.stringify([read])}::jsonb WHERE state = 'refused' AND errors #>> '{0,raw}' = ${error.raw}`
  }
  return count
}
