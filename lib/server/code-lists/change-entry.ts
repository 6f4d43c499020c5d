import 'server-only'
import { z } from 'zod'
import { isRealDay } from '@/lib/catalogue/days'
import { editEntry } from '@/lib/domain/code-lists/edit-entry'
import { sayEdit } from '@/lib/domain/code-lists/list-words'
import { typedText } from '@/lib/domain/typed-text'
import type { Call } from '../call'
import { readCodeLists } from './code-lists'
import { entriesAfter, lockCodeLists, requireOpenList, writeVersion } from './write-version'

const day = z.string().refine(isRealDay, 'Không có ngày này. Ghi đủ ngày/tháng/năm, ví dụ 01/07/2025.')
const or = z.string().max(40)
const code = z.string().regex(/^[\p{L}\d][\p{L}\d._/-]{0,39}$/u, 'Mã gồm chữ, số, dấu chấm, gạch; tối đa 40 ký tự.')
const label = typedText(300, 'Ghi tên của giá trị.')
export const Basis = typedText(300).refine((text) => text.length >= 3, 'Ghi số, ngày văn bản.')

export const ChangeEntry = z.object({
  list: z.string().max(60),
  basis: Basis,
  edit: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('add'), code, label, validFrom: day, group: or.nullable(), note: or.nullable() }),
    z.object({ kind: z.literal('close'), code: or, validUntil: day, successor: or.nullable() }),
    z.object({ kind: z.literal('rename'), code: or, label }),
    z.object({ kind: z.literal('succeed'), code: or, successor: or.nullable() }),
  ]),
})

/** Adds a value, closes it, gives it another name or says what takes its place: a version of its own. */
export async function changeEntry({ transact, actor, input, now }: Call<z.output<typeof ChangeEntry>>) {
  const { list, basis, edit } = input
  requireOpenList(actor, list)
  const number = await transact(async (tx) => {
    await lockCodeLists(tx)
    const entries = await entriesAfter(tx, list)
    const after = editEntry(entries, edit, actor.today)
    const summary = sayEdit(
      edit,
      entries.find((entry) => entry.code === edit.code),
    )
    return writeVersion(tx, actor, { list, kind: 'edit', basis, summary, entries: [after] }, now)
  })
  await readCodeLists()
  return { number }
}
