/** One entry of a code list. Law changes lists by date: an entry may be valid for a time only. */
export type CodeEntry = {
  code: string
  label: string
  validFrom: string | null
  validUntil: string | null
  /** Kind of table row this entry belongs to, where the list is split so. */
  group: string | null
  /** Second line in a list: what the label leaves out. */
  note: string | null
  /** Once closed: the code that took its place. */
  successor?: string
  /** By which document it was last changed here. */
  basis?: string
  /** Added by mistake: known by its words, offered and accepted no more. */
  withdrawn?: true
}

/** Gives a code list by name; `a + b` is the union. An argument, so that the form itself carries no lists to the browser. */
export type Lists = (name: string) => readonly CodeEntry[]

/** Without accents and case: what people type when they search. */
export const plain = (text: string) =>
  text.normalize('NFD').replace(/\p{M}/gu, '').replace(/[đĐ]/g, 'd').toLowerCase().replace(/\s+/g, ' ').trim()

/** In force on that day, as far as it is known (`1985`). */
export const isInForceOn = ({ validFrom, validUntil, withdrawn }: CodeEntry, day: string) =>
  !withdrawn && (validFrom ?? '') <= `${day}~` && day <= (validUntil ?? '9999')

/** The code in force on that day that took the place of this one, over several steps where need be; null for none. */
export function successorOf(entries: readonly CodeEntry[], code: string, day: string): CodeEntry | null {
  const known = new Map(entries.map((entry) => [entry.code, entry]))
  const seen = new Set<string>()
  for (let next = known.get(code)?.successor; next !== undefined && !seen.has(next); ) {
    seen.add(next)
    const entry = known.get(next)
    if (entry && isInForceOn(entry, day)) return entry
    next = entry?.successor
  }
  return null
}

export const entryOf = (lists: Lists, name: string | undefined, code: string) =>
  name === undefined ? undefined : lists(name).find((entry) => entry.code === code)

/** Finds the code for what was typed: the code itself, or the label in any case, with or without its words in brackets. */
export function codeOf(lists: Lists, name: string | undefined, typed: string): string {
  if (name === undefined) return typed
  const entries = lists(name).filter(({ withdrawn }) => !withdrawn)
  if (entries.some((entry) => entry.code === typed)) return typed
  const wanted = typed.normalize('NFC').toLocaleLowerCase('vi')
  const labelled = entries.find((entry) => entry.label.toLocaleLowerCase('vi') === wanted)
  const shortened = entries.filter((entry) => entry.label.toLocaleLowerCase('vi').replace(/\s*\(.*\)$/u, '') === wanted)
  return labelled?.code ?? (shortened.length === 1 ? shortened[0]?.code : undefined) ?? typed
}
