import 'server-only'
import { createHash } from 'node:crypto'
import { z } from 'zod'
import type { CodeEntry } from '@/lib/catalogue/code-list'
import { isRealDay } from '@/lib/catalogue/days'
import { readCodeListFile } from '@/lib/documents/read-code-list'
import { compareList, type EntryChange } from '@/lib/domain/code-lists/compare-list'
import { sayDifference, sayEntryChange } from '@/lib/domain/code-lists/list-words'
import { readListLines } from '@/lib/domain/code-lists/read-lines'
import { Refusal } from '@/lib/domain/refusal'
import { typedText } from '@/lib/domain/typed-text'
import type { Call } from '../call'
import { sheetRefusal } from '../imports/upload-list'
import { Basis } from './change-entry'
import { readCodeLists } from './code-lists'
import { type CodeUse, countUsage } from './count-usage'
import { entriesAfter, lockCodeLists, requireOpenList, writeVersion } from './write-version'

export const ImportCodeList = z.object({
  list: z.string().max(60),
  file: z
    .base64('Chọn tệp .xlsx, .csv hoặc .json.')
    .min(1, 'Chọn tệp .xlsx, .csv hoặc .json.')
    .max(2_800_000, 'Tệp không lớn hơn 2 MB.')
    .transform((text) => new Uint8Array(Buffer.from(text, 'base64'))),
  fileName: typedText(200, 'Chọn tệp .xlsx, .csv hoặc .json.'),
  from: z.string().refine(isRealDay, 'Không có ngày này. Ghi đủ ngày/tháng/năm, ví dụ 01/07/2025.'),
  /** The file is the whole list: what it does not name is closed. */
  whole: z.boolean(),
  basis: Basis,
  /** Empty for the rehearsal; then what it answered. */
  digest: z.string().max(64),
})

export type SaidEntry = { code: string; label: string; says: string; uses: number; hasSuccessor: boolean }

const FAULTS_SHOWN = 200

/** A ministry's list: the rehearsal shows what it would add, change and close; taking it is whole or not at all. */
export async function importCodeList({ transact, actor, input, now }: Call<z.output<typeof ImportCodeList>>) {
  const { list, from, whole, basis, fileName } = input
  requireOpenList(actor, list)
  const file = readListLines(await rowsOf(input.file))
  const uses = await countUsage(list, now)
  const report = await transact(async (tx) => {
    await lockCodeLists(tx)
    const difference = compareList({ entries: await entriesAfter(tx, list), file, from, whole })
    const { added, changed, closed, same, padded, faults } = difference
    const digest = digestOf(input, difference)
    const said = {
      ...{ added: added.map(sayNew), same, padded, digest },
      ...{
        changed: changed.map((change) => sayChange(change, uses)),
        closed: closed.map((one) => sayChange(one, uses)),
      },
      ...{ faults: faults.slice(0, FAULTS_SHOWN), faultCount: faults.length },
    }
    if (input.digest === '' || faults.length > 0) return { ...said, number: null }
    if (input.digest !== digest) throw new Refusal('rehearsalChanged', {})
    const entries = [...added, ...[...changed, ...closed].map(({ after }) => after)]
    if (entries.length === 0) throw new Refusal('codeListSame', {})
    const summary = sayDifference(difference)
    return {
      ...said,
      number: await writeVersion(tx, actor, { list, kind: 'import', basis, summary, entries, fileName }, now),
    }
  })
  if (report.number !== null) await readCodeLists()
  return report
}

const rowsOf = (bytes: Uint8Array) =>
  readCodeListFile(bytes).catch((error) => {
    throw sheetRefusal(error)
  })

/** Of the file and of what it would do: another version taken meanwhile makes it another. */
const digestOf = ({ file, from, whole }: z.output<typeof ImportCodeList>, difference: object) =>
  createHash('sha256')
    .update(file)
    .update(JSON.stringify([from, whole, difference]))
    .digest('hex')

const sayNew = ({ code, label }: CodeEntry): SaidEntry => ({ code, label, says: '', uses: 0, hasSuccessor: false })

const sayChange = ({ before, after }: EntryChange, uses: ReadonlyMap<string, CodeUse>): SaidEntry => {
  const use = uses.get(before.code)
  return {
    ...{ code: before.code, label: before.label, says: sayEntryChange(before, after) },
    ...{ uses: use ? Math.max(use.drafts, use.approved) : 0, hasSuccessor: after.successor !== undefined },
  }
}
