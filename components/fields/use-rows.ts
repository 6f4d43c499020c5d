'use client'

import { useRef, useState } from 'react'
import type { Typed, TypedRow } from '@/lib/domain/typed'
import { type GridColumn, isBlankRow, withCell } from './grid-columns'
import { begun, continued, type GridHistory, redone, settled, stepped, undone } from './grid-history'
import type { Place } from './grid-keys'

/** The rows of a table while they are edited, with one history for every kind of step. */
export function useRows(initial: TypedRow[], onTyped: (rows: TypedRow[]) => void) {
  const [history, setHistory] = useState(() => begun(initial))
  /** The same, for the second step within one event. */
  const current = useRef(history)
  const saved = useRef(new Set(initial.map(({ id }) => id)))
  const editing = useRef('')

  const show = (next: GridHistory) => {
    current.current = next
    setHistory(next)
  }
  const put = (next: GridHistory) => {
    show(next)
    onTyped(next.rows.filter((row) => saved.current.has(row.id) || !isBlankRow(row)))
  }
  const go = (to: typeof undone): { at: Place | null } | null => {
    editing.current = ''
    const gone = to(settled(current.current))
    if (gone) put(gone.history)
    return gone && { at: gone.at }
  }

  return {
    rows: history.rows,
    mayUndo: history.past.length > 0,
    mayRedo: history.future.length > 0,
    /** All typing in one visit to a cell is one step back. */
    type(id: string, column: GridColumn, typed: Typed) {
      const cell = `${id} ${column.key}`
      const next = current.current.rows.map((row) => (row.id === id ? withCell(row, column, typed) : row))
      if (editing.current === cell) return put(continued(current.current, next))
      editing.current = cell
      put(stepped(settled(current.current), next, { row: id, column: column.key }))
    },
    /** The cell has been left. */
    settle() {
      if (editing.current === '') return
      editing.current = ''
      show(settled(current.current))
    },
    add(kind: string | undefined): string {
      const id = crypto.randomUUID()
      put(stepped(current.current, [...current.current.rows, { id, ...(kind === undefined ? {} : { kind }) }], null))
      return id
    },
    /** The rows as a paste leaves them, as one step. */
    replace(rows: TypedRow[], at: Place) {
      put(stepped(current.current, rows, at))
    },
    remove(id: string) {
      put(
        stepped(
          current.current,
          current.current.rows.filter((row) => row.id !== id),
          null,
        ),
      )
    },
    /** The cell the step had been made in, where there was a step. */
    undo: () => go(undone),
    redo: () => go(redone),
  }
}
