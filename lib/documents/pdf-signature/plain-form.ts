import type { Places } from './cross-references'

/** Far more than a paper of several thousand people has. */
const MOST_PARTS = 50_000

const OBJECT = /(\d{1,10}) (\d{1,5}) obj\b/y
const START = /startxref\s{1,4}\d{1,10}\s/y
const COMMENT = /%[^\r\n]*/y

/**
 * The objects of a PDF (as text, one letter per byte) that is a plain row of objects, cross-reference tables and trailers, as ours
 * are; null for any other. The library that reads it feels its way through anything else byte by byte, for minutes if the file was
 * made for that.
 */
export function plainObjects(text: string): Places | null {
  const places: Places = new Map()
  let at = 0
  for (let parts = 0; parts < MOST_PARTS; parts++) {
    at = afterBlank(text, at)
    if (at === text.length) return places
    const next = afterPart(text, at, places)
    if (next === null) return null
    at = next
  }
  return null
}

function afterBlank(text: string, from: number) {
  let at = from
  while (at < text.length && text.charCodeAt(at) <= 0x20) at++
  return at
}

function afterPart(text: string, at: number, places: Places): number | null {
  const comment = matchEnd(COMMENT, text, at)
  if (comment !== null) return comment
  OBJECT.lastIndex = at
  const object = OBJECT.exec(text)
  if (object) {
    places.set(Number(object[1]), { at, generation: Number(object[2]) })
    return afterObject(text, OBJECT.lastIndex)
  }
  if (text.startsWith('xref', at)) return place(text.indexOf('trailer', at))
  if (text.startsWith('trailer', at)) return place(text.indexOf('startxref', at))
  return matchEnd(START, text, at)
}

function afterObject(text: string, at: number): number | null {
  const end = text.indexOf('endobj', at)
  if (end < 0) return null
  const stream = text.slice(at, end).indexOf('stream')
  if (stream < 0) return end + 'endobj'.length
  const streamEnd = text.indexOf('endstream', at + stream + 'stream'.length)
  if (streamEnd < 0) return null
  const close = afterBlank(text, streamEnd + 'endstream'.length)
  return text.startsWith('endobj', close) ? close + 'endobj'.length : null
}

const place = (found: number) => (found < 0 ? null : found)

function matchEnd(pattern: RegExp, text: string, at: number) {
  pattern.lastIndex = at
  return pattern.test(text) ? pattern.lastIndex : null
}
