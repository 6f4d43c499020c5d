import type { NationalFile } from './national-file'

/** How the counterpart wants a value that is not given. */
export type Absence = 'empty' | 'omit' | 'null'

/**
 * The file with its empty values written as the counterpart wants them. Lists stay whatever is asked: an absent list
 * leaves the rows that are there, an empty one takes them away, and ours is always the full state.
 */
export function asWanted(file: NationalFile, absence: Absence): object {
  return absence === 'empty' ? file : (rewritten(file, absence) as object)
}

function rewritten(value: unknown, absence: 'omit' | 'null'): unknown {
  if (Array.isArray(value)) return value.map((row) => rewritten(row, absence))
  if (typeof value !== 'object' || value === null) return value === '' ? null : value
  const entries = Object.entries(value).map(([name, inner]) => [name, rewritten(inner, absence)] as const)
  return Object.fromEntries(absence === 'omit' ? entries.filter(([, inner]) => inner !== null) : entries)
}
