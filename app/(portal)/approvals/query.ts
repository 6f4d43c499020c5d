export type Query = Promise<Record<string, string | string[] | undefined>>
type Read = Awaited<Query>

/** The number of a page, from 1; whatever else stands in the address is page 1. */
export function pageOf(query: Read, name: string): number {
  const page = Number(query[name] ?? 1)
  return Number.isInteger(page) && page > 0 && page < 100_000 ? page : 1
}

/** Addresses of the pages before and after, where there are any. */
export function pagesOf(base: string, name: string, page: number, total: number, rows: number) {
  return {
    ...(page > 1 && { previous: `${base}${name}=${page - 1}` }),
    ...(page * rows < total && { next: `${base}${name}=${page + 1}` }),
  }
}
