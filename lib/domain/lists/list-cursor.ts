/** Where a page of a list begins: beside which row, seen from which side. Paging by key costs the same on every page. */
export type Cursor = {
  towards: 'after' | 'before'
  /** Number of that row in the whole list when it was shown. */
  at: number
  /** What the list is sorted by, of that row, as text. */
  keys: readonly string[]
}

export const KEY_TYPES = ['text', 'int', 'uuid', 'timestamptz', 'bigint'] as const
export type KeyType = (typeof KEY_TYPES)[number]

export function cursorText({ at, keys }: Cursor): string {
  const bytes = new TextEncoder().encode(JSON.stringify([at, ...keys]))
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace(/=+$/, '')
}

/** Null for anything this portal has not written itself. */
export function readCursor(towards: Cursor['towards'], text: string): Cursor | null {
  try {
    const bytes = Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (one) => one.charCodeAt(0))
    const [at, ...keys] = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)) as unknown[]
    if (!Number.isSafeInteger(at) || keys.length === 0 || keys.length > 5) return null
    return keys.every(isKey) ? { towards, at: at as number, keys } : null
  } catch {
    return null
  }
}

/** Would the database read these keys as values of these types? An address can be typed by anybody. */
export const fits = ({ keys }: Cursor, types: readonly KeyType[]) =>
  keys.length === types.length && types.every((type, at) => FORM[type].test(keys[at] ?? ''))

const isKey = (key: unknown): key is string => typeof key === 'string' && key.length <= 500 && !key.includes('\0')

const FORM: Record<KeyType, RegExp> = {
  text: /^/,
  int: /^-?\d{1,9}$/,
  bigint: /^-?\d{1,18}$/,
  uuid: /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/,
  timestamptz: /^\d{4}-(0\d|1[0-2])-([0-2]\d|3[01]) ([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,6})?[+-]\d{2}(:\d{2})?$/,
}
