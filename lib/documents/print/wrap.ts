import type { Face } from './faces'

/** Breaks text into lines that are at most `width` points wide; a word longer than a line is cut. */
export function wrap(text: string, face: Face, size: number, width: number): string[] {
  const fits = (line: string) => face.width(line, size) <= width
  const lines: string[] = []
  let line = ''
  for (const word of words(text)) {
    const longer = line === '' ? word : `${line} ${word}`
    if (fits(longer)) {
      line = longer
      continue
    }
    if (line !== '') lines.push(line)
    const pieces = cut(word, fits)
    line = pieces.pop() ?? ''
    lines.push(...pieces)
  }
  return line === '' && lines.length > 0 ? lines : [...lines, line]
}

// Control characters have no glyph; every kind of space is one space.
const words = (text: string) =>
  text
    .normalize('NFC')
    .split(/[\s\p{Cc}]+/u)
    .filter((word) => word !== '')

function cut(word: string, fits: (piece: string) => boolean) {
  const pieces: string[] = []
  let piece = ''
  for (const letter of word) {
    if (piece !== '' && !fits(piece + letter)) {
      pieces.push(piece)
      piece = ''
    }
    piece += letter
  }
  return [...pieces, piece]
}
