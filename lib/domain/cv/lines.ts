import type { Entry, Line } from './form'

/** Size of the text and width of the text area (A4 less 30 and 15 mm), in points: what fits on one line follows from them. */
export const TEXT_SIZE = 13
export const FULL_ROOM = 467
/** What the photograph of 4 × 6 cm leaves. */
export const BESIDE_ROOM = 342

const MOST_ON_A_LINE = 3
/** Room to write a short answer by hand. */
const BLANK = 70
const GAP = 12

type Asked = Omit<Entry, 'share'> & { alone: boolean }

/** Sets the entries of one item on as few lines as hold them, in order. */
export function setLines(item: string, entries: Asked[], room: number): Line[] {
  const lines: Asked[][] = []
  let left = 0
  for (const entry of entries) {
    const need = needOf(entry, lines.length === 0 ? item : '')
    const line = lines.at(-1)
    const goesOn = line && line.length < MOST_ON_A_LINE && !entry.alone && !line[0]?.alone && need <= left
    if (goesOn) line.push(entry)
    else {
      lines.push([entry])
      left = room
    }
    left -= need
  }
  return lines.map((line, index) => ({ item, opens: index === 0, entries: shared(line, index === 0 ? item : '') }))
}

/** Each gets the room it needs, and an equal part of what is over. */
function shared(line: Asked[], number: string): Entry[] {
  const needs = line.map((entry, index) => needOf(entry, index === 0 ? number : ''))
  const total = needs.reduce((sum, need) => sum + need, 0)
  const over = Math.max(0, FULL_ROOM - total) / line.length
  const whole = total + over * line.length
  return line.map(({ alone: _, ...entry }, index) => ({
    ...entry,
    share: line.length === 1 ? 1 : ((needs[index] ?? 0) + over) / whole,
  }))
}

const needOf = ({ label, answer }: Asked, number: string) =>
  roughWidth(`${number} ${label}: ${answer ?? ''}`) + (answer === null ? BLANK : 0) + GAP

/** About as wide as Times sets it, in points; rather too wide than too narrow. */
export function roughWidth(text: string): number {
  let em = 0
  for (const letter of text.normalize('NFD')) em += widthOf(letter)
  return em * TEXT_SIZE * 1.03
}

function widthOf(letter: string) {
  if (/\p{M}/u.test(letter)) return 0
  if (/[ .,:;'|!ijlt/]/.test(letter)) return 0.28
  if (/[-()[\]frIJ]/.test(letter)) return 0.35
  if (/[mwMW–—%@]/.test(letter)) return 0.9
  return /\p{Lu}|[đĐ]/u.test(letter) ? 0.7 : 0.49
}
