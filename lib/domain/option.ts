import type { CodeEntry, Lists } from '@/lib/catalogue/code-list'
import { sayPartialDay } from '@/lib/catalogue/days'

/** One entry of a code list as a form offers it. `value` is what is sent; the key of a place is its code and the day its list began. */
export type Option = {
  value: string
  code: string
  label: string
  /** Second line: what the label leaves out, and from or until when the entry holds. */
  note?: string
  /** The kind of table row it belongs to, where the list is split so. */
  group?: string
  /** The first and the last day it was in force, or a place bore its name. */
  from?: string
  until?: string
  /** No longer in force: offered last, since old papers still say so. */
  past?: true
}

/** Where a control finds its options: with the page when they are few, else from one address, fetched when first needed. */
export type OptionSource = { options: readonly Option[]; from: string | null }

/** Lists up to this length travel with the page. */
const FEW = 60

/**
 * What a code list offers, entries in force first; what was withdrawn or is not yet in force is not offered, but keeps its
 * words where it is `known` as answered. `places`: the value carries the day the list began too.
 */
export function offer(
  entries: readonly CodeEntry[],
  today: string,
  places = false,
  known: ReadonlySet<string> = new Set(),
): Option[] {
  const options = entries.flatMap((entry) => {
    const option = toOption(entry, today, places)
    const isOffered = !entry.withdrawn && (entry.validFrom === null || entry.validFrom <= today)
    return isOffered || known.has(option.value) ? [option] : []
  })
  return [...options.filter(({ past }) => !past), ...options.filter(({ past }) => past)]
}

/** `known` are the values already answered: they keep their words although the list itself stays behind. */
export function sourceOf(name: string, lists: Lists, today: string, known: ReadonlySet<string>, places = false) {
  const options = offer(lists(name), today, places, known)
  if (options.length <= FEW) return { options, from: null }
  return {
    options: options.filter(({ value }) => known.has(value)),
    from: `/api/code-lists/${encodeURIComponent(name)}?v=${fingerprint(offer(lists(name), today, places))}${places ? '&places=1' : ''}`,
  }
}

/** The same entries for something that was so on this day, as far as it is known (`1985`): names of that time come first. */
export function asOf(options: readonly Option[], day: string): Option[] {
  const isOf = ({ from = '', until = '9999' }: Option) => from <= `${day}~` && day <= until
  return [
    ...options.filter(isOf).map(({ past: _, ...option }) => option),
    ...options.filter((option) => !isOf(option)).map((option) => ({ ...option, past: true as const })),
  ]
}

/** `01@2025-07-01`: old and new communes share codes. */
export const placeKey = (code: string, listValidFrom: string | null) => `${code}@${listValidFrom ?? ''}`

function toOption(entry: CodeEntry, today: string, places: boolean): Option {
  const past = entry.validUntil !== null && entry.validUntil < today
  const note = [entry.note, validity(entry, places)].filter((part) => part !== null).join('. ')
  return {
    value: places ? placeKey(entry.code, entry.validFrom) : entry.code,
    code: entry.code,
    label: entry.label,
    ...(note === '' ? {} : { note }),
    ...(entry.group === null ? {} : { group: entry.group }),
    ...(entry.validFrom !== null ? { from: entry.validFrom } : {}),
    ...(entry.validUntil !== null ? { until: entry.validUntil } : {}),
    ...(past ? { past } : {}),
  }
}

function validity({ validFrom, validUntil }: CodeEntry, place: boolean): string | null {
  if (validUntil !== null) return `${place ? 'tên cũ' : 'có hiệu lực'}, đến ${sayPartialDay(validUntil)}`
  return validFrom === null ? null : `từ ${sayPartialDay(validFrom)}`
}

/** FNV-1a, 32 bits: tells a browser that a list has changed; nothing is secured by it. */
function fingerprint(options: readonly Option[]): string {
  let hash = 0x811c9dc5
  for (const char of JSON.stringify(options)) hash = Math.imul(hash ^ (char.codePointAt(0) ?? 0), 0x01000193)
  return (hash >>> 0).toString(36)
}
