import { plain } from '@/lib/catalogue/code-list'
import type { Option } from '@/lib/domain/option'

const SHOWN = 40

/**
 * Options for what was typed, best first: accents and case do not matter, every typed word must begin a word of the
 * label or its note, the initials of the label (`thpt`) or its code do as well. Nothing typed offers the list as it is.
 */
export function matchOptions(options: readonly Option[], typed: string): Option[] {
  const wanted = plain(typed)
  if (wanted === '') return options.slice(0, SHOWN)
  return options
    .map((option, place) => ({ option, place, rank: rankOf(option, wanted) }))
    .filter(({ rank }) => rank > 0)
    .sort((a, b) => b.rank - a.rank || a.place - b.place)
    .slice(0, SHOWN)
    .map(({ option }) => option)
}

/** The option somebody typed out in full, when exactly one reads so. */
export function optionTyped(options: readonly Option[], typed: string): Option | undefined {
  const wanted = plain(typed)
  if (wanted === '') return undefined
  const same = options.filter(({ label }) => plain(label) === wanted)
  if (same.length > 0) return same.length === 1 ? same[0] : same.find(({ past }) => !past)
  const coded = options.filter(({ code }) => plain(code) === wanted)
  return coded.length === 1 ? coded[0] : undefined
}

function rankOf({ label, code, note, past }: Option, wanted: string): number {
  const words = plain(label)
  const rank =
    rankOfWords(words, wanted) || rankOfCode(code, wanted) || (note ? Math.min(rankOfWords(plain(note), wanted), 1) : 0)
  // Entries no longer in force stay behind those of the same worth.
  return rank === 0 ? 0 : rank * 2 - (past ? 1 : 0)
}

function rankOfWords(text: string, wanted: string): number {
  if (text === wanted) return 6
  if (text.startsWith(wanted)) return 5
  const words = text.split(/[^\p{L}\p{N}]+/u).filter(Boolean)
  if (` ${words.join(' ')}`.includes(` ${wanted}`)) return 4
  const initials = words.map((word) => word[0]).join('')
  if (wanted.length > 1 && !wanted.includes(' ') && initials.includes(wanted)) return 2
  return wanted.split(' ').every((part) => words.some((word) => word.startsWith(part))) ? 3 : 0
}

const rankOfCode = (code: string, wanted: string) => (plain(code).startsWith(wanted) ? 4 : 0)

/** The label cut where the typed words begin a word: `[text, matched]`. Letters keep their accents. */
export function markMatches(label: string, typed: string): [string, boolean][] {
  const letters = [...label.normalize('NFC')]
  const flat = letters.map((letter) => plain(letter) || ' ')
  const marked = letters.map(() => false)
  for (const word of plain(typed).split(' ').filter(Boolean)) {
    const at = startOf(flat, word)
    if (at >= 0) marked.fill(true, at, at + word.length)
  }
  return letters.reduce<[string, boolean][]>((runs, letter, index) => {
    const last = runs.at(-1)
    if (last && last[1] === marked[index]) last[0] += letter
    else runs.push([letter, marked[index] === true])
    return runs
  }, [])
}

function startOf(flat: string[], word: string): number {
  return flat.findIndex(
    (_, index) =>
      (index === 0 || !/[\p{L}\p{N}]/u.test(flat[index - 1] ?? '')) &&
      flat.slice(index, index + word.length).join('') === word,
  )
}
