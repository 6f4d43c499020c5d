import { tidy } from '@/lib/catalogue/typed'

/** Reading a list's filter out of the address, and writing it back. What cannot be read counts as not asked for. */
export type Query = Readonly<Record<string, string | string[] | undefined>>

export const ROWS_A_PAGE = 50

export const wordIn = (query: Query, name: string): string => {
  const value = query[name]
  // A search is no place for characters that no column can hold.
  const text = typeof value === 'string' ? value.replace(/[\p{Cc}\p{Cs}]/gu, ' ') : ''
  return (tidy(text) ?? '').slice(0, 100)
}

export const idIn = (query: Query, name: string): string | null => {
  const word = wordIn(query, name)
  return UUID.test(word) ? word : null
}

export const isId = (text: string) => UUID.test(text)

/** Counted from 1. */
export function pageIn(query: Query): number {
  const page = Number(wordIn(query, 'page') || 1)
  return Number.isInteger(page) && page > 0 && page < 100_000 ? page : 1
}

export const rowsOf = (page: number) => ({ skip: (page - 1) * ROWS_A_PAGE, take: ROWS_A_PAGE })

/** The address of a list with this filter; what is empty is left out. */
export function listHref(path: string, filter: Readonly<Record<string, string | number | null | undefined>>): string {
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(filter)) {
    if (value !== null && value !== undefined && value !== '' && !(name === 'page' && value === 1)) {
      query.set(name, String(value))
    }
  }
  return query.size === 0 ? path : `${path}?${query}`
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
