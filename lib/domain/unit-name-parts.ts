import { plain } from '@/lib/catalogue/code-list'

/**
 * The part of a unit's name or code that a text (bare letters and figures, as of `bare`) holds: two words in a row, or the
 * initials of three (Quy chế, Điều 10 khoản 2). A single word is left alone: "trường", "sở" are in every second sentence.
 */
export function unitNameIn(text: string, unit: string): string | null {
  const words = plain(unit)
    .split(/[^a-z0-9]+/)
    .filter(Boolean)
  return [...runs(words, 2), ...initials(unit)].find((part) => part.length >= 3 && text.includes(part)) ?? null
}

/** All runs of so many neighbours, joined: a longer run holds one of these. A single word is its own run. */
function runs(words: readonly string[], length: number): string[] {
  if (words.length <= length) return [words.join('')]
  return words.slice(length - 1).map((_, at) => words.slice(at, at + length).join(''))
}

/** `Sở Nội vụ` → `snv`; a word in capitals is an abbreviation already: `THPT Bình Hàng` → `thptbh`. */
function initials(unit: string): string[] {
  const words = unit.split(/[^\p{L}\p{N}]+/u).filter(Boolean)
  const short = words.map((word) =>
    word.length > 1 && word === word.toUpperCase() ? plain(word) : plain(word).slice(0, 1),
  )
  return words.length < 3 ? [] : runs(short, 3)
}
