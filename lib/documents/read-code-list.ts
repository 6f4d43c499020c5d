import { readSheet } from './read-sheet'
import { UnreadableSheet } from './sheet-fault'

/** A file of a code list as rows of text, heads first: a workbook, a CSV, or JSON (an array, or an object with one). Throws `UnreadableSheet`. */
export async function readCodeListFile(bytes: Uint8Array): Promise<string[][]> {
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, 64)).replace(/^ï»¿/, '').trimStart()
  return start.startsWith('{') || start.startsWith('[') ? rowsOfJson(bytes) : readSheet(bytes)
}

function rowsOfJson(bytes: Uint8Array): string[][] {
  const items = arrayIn(parsed(bytes))
  if (items === null) throw new UnreadableSheet('notSheet')
  const objects = items.filter((item): item is Record<string, unknown> => typeof item === 'object' && item !== null)
  if (objects.length === 0) throw new UnreadableSheet('empty')
  const heads = [...new Set(objects.flatMap(Object.keys))]
  return [heads, ...objects.map((item) => heads.map((head) => textOf(item[head])))]
}

function parsed(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch (error) {
    throw new UnreadableSheet('notSheet', { cause: error })
  }
}

/** The array itself, or the first one in an object: `{"items": […]}`. */
function arrayIn(value: unknown): unknown[] | null {
  if (Array.isArray(value)) return value
  if (typeof value !== 'object' || value === null) return null
  return Object.values(value).find(Array.isArray) ?? null
}

const textOf = (value: unknown) =>
  typeof value === 'string' || typeof value === 'number'
    ? String(value).normalize('NFC').replace(/\s+/gu, ' ').trim()
    : ''
