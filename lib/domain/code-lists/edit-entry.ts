import { type CodeEntry, isInForceOn, plain, successorOf } from '@/lib/catalogue/code-list'
import { sayPartialDay } from '@/lib/catalogue/days'
import { dayAfter } from '../organisation/organisation'
import { Refusal } from '../refusal'

/** What the administration may do to one entry. Days are `YYYY-MM-DD`. */
export type EntryEdit =
  | { kind: 'add'; code: string; label: string; validFrom: string; group: string | null; note: string | null }
  /** `validUntil` is the last day on which it holds. */
  | { kind: 'close'; code: string; validUntil: string; successor: string | null }
  | { kind: 'rename'; code: string; label: string }
  /** Who takes its place, said afterwards. */
  | { kind: 'succeed'; code: string; successor: string | null }

/** The entry as it stands after the edit. A used value is closed, never deleted: there is no edit that deletes. */
export function editEntry(entries: readonly CodeEntry[], edit: EntryEdit, today: string): CodeEntry {
  const before = entries.find(({ code }) => code === edit.code)
  if (edit.kind === 'add') return added(entries, edit, before, today)
  if (!before || before.withdrawn) throw new Refusal('notFound', {})
  switch (edit.kind) {
    case 'close':
      return closed(entries, before, edit)
    case 'rename':
      return renamed(entries, before, edit.label, today)
    case 'succeed':
      if (before.validUntil === null) throw refused('successor', 'Giá trị còn hiệu lực. Đóng giá trị trước.')
      return withSuccessor(entries, before, edit.successor)
  }
}

type Added = Extract<EntryEdit, { kind: 'add' }>

function added(
  entries: readonly CodeEntry[],
  { code, label, validFrom, group, note }: Added,
  before: CodeEntry | undefined,
  today: string,
): CodeEntry {
  if (before && !before.withdrawn)
    throw refused('code', `Mã ${code} đã có: “${before.label}”. Ghi mã khác hoặc đổi tên.`)
  refuseSameWords(entries, code, label, group, today)
  if (!entries.some((entry) => entry.group === group)) throw refused('group', 'Chọn nhóm của giá trị.')
  return { code, label, validFrom, validUntil: null, group, note }
}

function closed(
  entries: readonly CodeEntry[],
  before: CodeEntry,
  { validUntil, successor }: Extract<EntryEdit, { kind: 'close' }>,
): CodeEntry {
  if (before.validUntil !== null && before.validUntil <= validUntil) {
    throw refused('validUntil', `Giá trị đã đóng từ sau ngày ${sayPartialDay(before.validUntil)}.`)
  }
  if (before.validFrom !== null && validUntil < before.validFrom) {
    throw refused('validUntil', `Giá trị có hiệu lực từ ${sayPartialDay(before.validFrom)}. Ghi ngày không sớm hơn.`)
  }
  return withSuccessor(entries, { ...before, validUntil }, successor)
}

function renamed(entries: readonly CodeEntry[], before: CodeEntry, label: string, today: string): CodeEntry {
  if (before.label === label) throw refused('label', 'Tên này đang dùng. Ghi tên mới.')
  refuseSameWords(entries, before.code, label, before.group, today)
  // Who types the old name still finds it.
  const note = [before.note, `trước đây: ${before.label}`].filter((part) => part !== null).join('. ')
  return { ...before, label, note }
}

/** The entry with who takes its place; a way round in a ring, or to nobody in force, is refused. */
function withSuccessor(entries: readonly CodeEntry[], closing: CodeEntry, successor: string | null): CodeEntry {
  const { successor: _, ...rest } = closing
  if (successor === null || successor === '') return rest
  const entry = { ...rest, successor }
  const after = entries.map((one) => (one.code === entry.code ? entry : one))
  if (successorOf(after, entry.code, dayAfter(entry.validUntil ?? '')) === null) {
    throw refused('successor', 'Chọn một giá trị khác, còn hiệu lực sau ngày đóng.')
  }
  return entry
}

function refuseSameWords(
  entries: readonly CodeEntry[],
  code: string,
  label: string,
  group: string | null,
  today: string,
) {
  const same = entries.find(
    (one) => one.code !== code && one.group === group && isInForceOn(one, today) && plain(one.label) === plain(label),
  )
  if (same) throw refused('label', `Mã ${same.code} đã có tên này. Hai giá trị cùng tên không phân biệt được khi chọn.`)
}

const refused = (field: string, sentence: string) => new Refusal('formInvalid', { count: 1 }, { [field]: sentence })
