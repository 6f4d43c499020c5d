import { type CodeEntry, isInForceOn, successorOf } from '@/lib/catalogue/code-list'
import { dayAfter, dayBefore } from '../organisation/organisation'
import { LIST_COLUMNS, type LineFault, type ListFile, type ListLine } from './read-lines'

export type EntryChange = { before: CodeEntry; after: CodeEntry }
export type ListDifference = {
  added: CodeEntry[]
  /** Another name, note, day or successor; or in force again. */
  changed: EntryChange[]
  /** In force before, closed by this. */
  closed: EntryChange[]
  same: number
  /** Codes whose leading zeros a spreadsheet had eaten: read with them. */
  padded: number
  faults: LineFault[]
}

type Asked = {
  entries: readonly CodeEntry[]
  file: ListFile
  /** The day from which the file holds. */
  from: string
  /** The file is the list whole: what it does not name ends the day before. */
  whole: boolean
}

/** What taking this file would do to the list. Nothing is ever deleted: an entry the file lacks is closed or stays. */
export function compareList({ entries, file, from, whole }: Asked): ListDifference {
  const known = new Map(entries.map((entry) => [entry.code, entry]))
  const read = withZeros(
    file.lines.filter(({ code }) => code !== ''),
    known,
  )
  const after = new Map(known)
  for (const line of read.lines) after.set(line.code, afterLine(known.get(line.code), line, file, from))
  const named = new Set(read.lines.map(({ code }) => code))
  const last = dayBefore(from)
  if (whole && file.faults.length === 0) {
    for (const entry of entries) {
      if (!named.has(entry.code) && isInForceOn(entry, from)) after.set(entry.code, { ...entry, validUntil: last })
    }
  }
  const changes = entries.flatMap((before): EntryChange[] => {
    const now = after.get(before.code)
    return now && !isSame(before, now) ? [{ before, after: now }] : []
  })
  const closes = ({ before, after: now }: EntryChange) =>
    !before.withdrawn && now.validUntil !== null && (before.validUntil === null || now.validUntil < before.validUntil)
  return {
    added: [...after.values()].filter(({ code }) => !known.has(code)),
    changed: changes.filter((change) => !closes(change)),
    closed: changes.filter(closes),
    same: entries.length - changes.length,
    padded: read.padded,
    faults: [...file.faults, ...faultsOf(read.lines, entries, [...after.values()])],
  }
}

function afterLine(before: CodeEntry | undefined, line: ListLine, { columns }: ListFile, from: string): CodeEntry {
  const { code, label, group, note } = line
  const validFrom = columns.has('validFrom') ? line.validFrom : (before?.validFrom ?? null)
  // Named again without an end, it is in force again.
  const reopened = before?.validUntil && before.validUntil < from ? null : (before?.validUntil ?? null)
  const successor = columns.has('successor') ? line.successor : (before?.successor ?? null)
  const { successor: _, withdrawn: __, ...kept } = before ?? { code, validFrom: null, validUntil: null, group, note }
  return {
    ...kept,
    label,
    validFrom: before ? validFrom : (validFrom ?? from),
    validUntil: columns.has('validUntil') ? line.validUntil : reopened,
    group: columns.has('group') ? group : kept.group,
    note: columns.has('note') ? note : kept.note,
    ...(successor === null ? {} : { successor }),
  }
}

/** `1` is `01` where the list has codes of two figures and no `1`. */
function withZeros(lines: readonly ListLine[], known: ReadonlyMap<string, CodeEntry>) {
  const lengths = new Set([...known.keys()].map((code) => (/^\d+$/.test(code) ? code.length : 0)))
  const [length] = lengths
  if (lengths.size !== 1 || !length) return { lines, padded: 0 }
  const pad = (code: string) => (/^\d+$/.test(code) ? code.padStart(length, '0') : code)
  return {
    lines: lines.map((line) => ({ ...line, code: pad(line.code), successor: line.successor && pad(line.successor) })),
    padded: lines.filter(({ code }) => pad(code) !== code).length,
  }
}

const isSame = (one: CodeEntry, other: CodeEntry) =>
  (['label', 'validFrom', 'validUntil', 'group', 'note', 'successor', 'withdrawn'] as const).every(
    (part) => (one[part] ?? null) === (other[part] ?? null),
  )

function faultsOf(lines: readonly ListLine[], before: readonly CodeEntry[], after: readonly CodeEntry[]): LineFault[] {
  // A value without a group belongs to every kind of row, in lists that have such.
  const groups = new Set(before.map(({ group }) => group))
  const byCode = new Map(after.map((entry) => [entry.code, entry]))
  return lines.flatMap(({ line, code }): LineFault[] => {
    const entry = byCode.get(code)
    if (!entry) return []
    const at = (column: keyof typeof LIST_COLUMNS, sentence: string) => [
      { line, column: LIST_COLUMNS[column], sentence },
    ]
    if (!groups.has(entry.group))
      return at('group', `Nhóm phải là một trong: ${[...groups].map((group) => group ?? 'để trống').join(', ')}.`)
    if (entry.successor === undefined) return []
    if (entry.validUntil === null) return at('successor', 'Giá trị còn hiệu lực thì chưa có mã thay thế.')
    return successorOf(after, code, dayAfter(entry.validUntil)) === null
      ? at('successor', `Mã thay thế ${entry.successor} không có hoặc không còn hiệu lực sau ngày đóng.`)
      : []
  })
}
