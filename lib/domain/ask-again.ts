const FIRST_MS = 30_000
const LONGEST_MS = 3600_000

/** When to ask an authority again that has been asked so many times: soon at first, then each hour. */
export const nextAsk = (asked: number, now: Date): Date =>
  new Date(now.getTime() + Math.min(FIRST_MS * 2 ** Math.min(asked, 20), LONGEST_MS))
