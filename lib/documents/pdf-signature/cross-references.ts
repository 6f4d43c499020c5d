/** Objects of a plain file by number: where the last one under it stands, and its generation. */
export type Places = Map<number, { at: number; generation: number }>

const LAST_START = /startxref\s{1,4}(\d{1,10})\s+%%EOF\s{0,2}$/
const SECTION = /\s{0,4}(\d{1,10}) (\d{1,10}) ?\r?\n/y
const ENTRY = /(\d{10}) (\d{5}) ([nf])[ \r][\r\n]/y
const PREVIOUS = /\/Prev\s+(\d{1,10})\b/
const HEADER = /(\d{1,10}) (\d{1,5}) obj\b/y
const MOST_REVISIONS = 16

/**
 * Whether the tables of a file name every object where it stands, and nothing else. One program looks objects up in the tables,
 * another reads the file from its beginning: where these differ, the one would show what the other never judged.
 */
export function tablesAgree(text: string, places: Places): boolean {
  const named = namedPlaces(text)
  if (!named) return false
  const inUse = [...named].filter(([, at]) => at !== null)
  return (
    inUse.length === places.size &&
    inUse.every(([number, at]) => at === places.get(number)?.at && isHeader(text, number, places))
  )
}

/** What the tables say from the newest to the oldest; null stands for a number that is not in use. */
function namedPlaces(text: string): Map<number, number | null> | null {
  const named = new Map<number, number | null>()
  let start: string | undefined = LAST_START.exec(text.slice(-64))?.[1]
  for (let revisions = 0; start !== undefined; revisions++) {
    const end = revisions < MOST_REVISIONS ? readTable(text, Number(start), named) : null
    if (end === null) return null
    start = PREVIOUS.exec(text.slice(end, Math.max(end, text.indexOf('startxref', end))))?.[1]
  }
  return named.size > 0 ? named : null
}

/** Reads one table; answers where its trailer begins. */
function readTable(text: string, start: number, named: Map<number, number | null>): number | null {
  if (!text.startsWith('xref', start)) return null
  let at = start + 'xref'.length
  for (let section = match(SECTION, text, at); section; section = match(SECTION, text, at)) {
    at = SECTION.lastIndex
    for (let index = 0; index < Number(section[2]); index++) {
      const entry = match(ENTRY, text, at)
      if (!entry) return null
      at = ENTRY.lastIndex
      const number = Number(section[1]) + index
      if (!named.has(number)) named.set(number, entry[3] === 'n' ? Number(entry[1]) : null)
    }
  }
  const trailer = text.indexOf('trailer', at)
  return trailer >= 0 && text.slice(at, trailer).trim() === '' ? trailer : null
}

function isHeader(text: string, number: number, places: Places) {
  const place = places.get(number)
  const header = place ? match(HEADER, text, place.at) : null
  return Number(header?.[1]) === number && Number(header?.[2]) === place?.generation
}

function match(pattern: RegExp, text: string, at: number) {
  pattern.lastIndex = at
  return pattern.exec(text)
}
