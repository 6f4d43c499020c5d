import { plain } from '@/lib/catalogue/code-list'

const USERNAME = /^[a-z][a-z0-9.]{2,39}$/

export const isUsername = (text: string) => USERNAME.test(text)

/** The name without accents and spaces, `nguyenvana`; with the first free number when taken. */
export function usernameFor(fullName: string, taken: ReadonlySet<string>): string {
  const base = usernameBase(fullName)
  if (!taken.has(base)) return base
  for (let number = 2; ; number++) {
    if (!taken.has(`${base}${number}`)) return `${base}${number}`
  }
}

/** What every proposal for this name begins with. */
export const usernameBase = (fullName: string) =>
  plain(fullName)
    .replace(/[^a-z0-9]/g, '')
    .replace(/^[0-9]+/, '')
    .slice(0, 32)
    .padEnd(3, 'x')
