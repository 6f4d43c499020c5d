import type { Lists } from '@/lib/catalogue/code-list'
import type { PlacedField } from '@/lib/catalogue/field'
import { judge } from '../answers'
import { same } from '../changes'
import type { Issue } from './import-plan'
import { type ReadCell, saysTheSame } from './read-cell'
import { type SheetCell, textOf } from './sheet-cell'

/** A cell beside what the record says, and what it said when the file was written. */
export type MergeCall = {
  field: PlacedField
  cell: SheetCell
  read: ReadCell
  current: unknown
  /** Undefined: the file is none of ours, or the record is new. */
  base: unknown
  /** Of somebody new: what the record said elsewhere when the file was written; it knows more than its words. */
  exported?: unknown
  /** May this be written by whoever imports? */
  mayWrite: boolean
  /** Said for this cell, or for all. */
  take: 'file' | 'record' | null
  lists: Lists
  kind?: string | undefined
}

export type Merged =
  | { is: 'stored' }
  | { is: 'write'; value: unknown }
  | { is: 'issue'; issue: Pick<Issue, 'kind' | 'detail' | 'proposal' | 'sentence'>; list?: string; text?: string }

const NOT_YOURS = 'Người khai tự ghi mục này. Đề nghị người đó sửa.'
const DERIVED = 'Mục này theo hồ sơ tổ chức, không nhập từ tệp.'

/** Three ways: what only the file changed is written, what only the record changed stays, what both did is asked. */
export function mergeCell(call: MergeCall): Merged {
  const { field, cell, read, current, base, exported, mayWrite, take, lists, kind } = call
  if (saysTheSame(field, cell, current, lists, kind)) return { is: 'stored' }
  if (
    saysTheSame(field, cell, exported, lists, kind) &&
    !field.derived &&
    judge(field, exported as never, lists, kind) === null
  )
    return { is: 'write', value: exported }
  // Nobody touched the cell since it was written.
  if (base !== undefined && base !== null && saysTheSame(field, cell, base, lists, kind))
    return newer(field, current, lists, kind)
  if (field.derived) return issue('notImported', { sentence: DERIVED, proposal: say(field, current, lists, kind) })
  if (read.is === 'refused') return issue('refused', { sentence: read.sentence })
  if (read.is === 'repair') return issue('repair', { detail: read.repair, proposal: read.text })
  if (read.is === 'unmatched') return unmatched(read, { field, current, mayWrite, lists, kind })
  const value = read.is === 'clear' ? null : read.value
  if (same(value, current)) return { is: 'stored' }
  if (!mayWrite) return issue('refused', { sentence: NOT_YOURS, proposal: say(field, current, lists, kind) })
  const untouched = base === undefined ? current === null || current === undefined : same(current, base)
  if (untouched || take === 'file') return { is: 'write', value }
  if (take === 'record') return newer(field, current, lists, kind)
  return issue('conflict', { proposal: say(field, current, lists, kind) })
}

type Told = { detail?: string; proposal?: string | null; sentence?: string }

const issue = (kind: Issue['kind'], { detail, proposal, sentence }: Told): Merged => ({
  is: 'issue',
  issue: { kind, detail: detail ?? null, proposal: proposal ?? null, sentence: sentence ?? null },
})

/** A word of no list waits only where nothing stands yet: it takes nothing away. */
function unmatched(
  { list, text }: Extract<ReadCell, { is: 'unmatched' }>,
  { field, current, mayWrite, lists, kind }: Pick<MergeCall, 'field' | 'current' | 'mayWrite' | 'lists' | 'kind'>,
): Merged {
  if (!mayWrite) return issue('refused', { sentence: NOT_YOURS, proposal: say(field, current, lists, kind) })
  return {
    is: 'issue',
    issue: { kind: 'unmatched', detail: list, proposal: say(field, current, lists, kind), sentence: null },
    list,
    text,
  }
}

const newer = (field: PlacedField, current: unknown, lists: Lists, kind?: string) =>
  issue('newer', { proposal: say(field, current, lists, kind) })

const say = (field: PlacedField, answer: unknown, lists: Lists, kind?: string): string | null =>
  answer === null || answer === undefined ? null : field.display(answer as never, lists, kind)

/** How an issue quotes its cell. */
export const quoted = (cell: SheetCell) => {
  const text = textOf(cell)
  return text.length > 300 ? `${text.slice(0, 299)}…` : text
}
