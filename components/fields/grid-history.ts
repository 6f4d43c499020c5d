import type { TypedRow } from '@/lib/domain/typed'
import type { Place } from './grid-keys'

/** Steps back that are kept (edits of cells, pastes, rows added or removed). */
const KEPT = 50

type Step = { rows: TypedRow[]; at: Place | null }

/** The rows of a table now, and the steps behind and before them. `at` is the cell a step was made in. */
export type GridHistory = { rows: TypedRow[]; past: Step[]; future: Step[] }

export const begun = (rows: TypedRow[]): GridHistory => ({ rows, past: [], future: [] })

/** One more step; what was undone before it is gone. */
export const stepped = (history: GridHistory, rows: TypedRow[], at: Place | null): GridHistory => ({
  rows,
  past: [...history.past, { rows: history.rows, at }].slice(-KEPT),
  future: [],
})

/** The step in hand goes on: all typing in one visit to a cell is one step. */
export const continued = (history: GridHistory, rows: TypedRow[]): GridHistory => ({ ...history, rows })

/** A visit that left its cell as it was is no step. */
export function settled(history: GridHistory): GridHistory {
  const last = history.past.at(-1)
  const isNone = last !== undefined && JSON.stringify(last.rows) === JSON.stringify(history.rows)
  return isNone ? { ...history, past: history.past.slice(0, -1) } : history
}

/** One step back, and the cell it had been made in; null where there is none. */
export function undone({ rows, past, future }: GridHistory): { history: GridHistory; at: Place | null } | null {
  const step = past.at(-1)
  if (!step) return null
  return {
    history: { rows: step.rows, past: past.slice(0, -1), future: [...future, { rows, at: step.at }] },
    at: step.at,
  }
}

/** One step forward again. */
export function redone({ rows, past, future }: GridHistory): { history: GridHistory; at: Place | null } | null {
  const step = future.at(-1)
  if (!step) return null
  return {
    history: { rows: step.rows, past: [...past, { rows, at: step.at }], future: future.slice(0, -1) },
    at: step.at,
  }
}
