import { plain } from '@/lib/catalogue/code-list'

/** A full name as lists sort and search it: without accents and case, the given name first, “thùy linh” → `linh nguyen thi thuy`. */
export function searchName(fullName: string): string {
  const words = plain(fullName).split(' ')
  return [...words.slice(-1), ...words.slice(0, -1)].join(' ')
}

/** The words to look for; each must begin a word of the name, in whatever order. */
export const searchWords = (typed: string): string[] =>
  plain(typed)
    .replace(/[^\p{L}\p{N} ]/gu, ' ')
    .split(' ')
    .filter(Boolean)
    .slice(0, 8)
