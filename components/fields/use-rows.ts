'use client'

import { useRef, useState } from 'react'
import type { Typed, TypedRow } from '@/lib/domain/typed'
import { type GridColumn, isBlankRow, withCell } from './grid-columns'
import type { Place } from './grid-keys'
import { pasteInto } from './grid-paste'

/** The rows of a table while they are edited, with a way back for every step. */
export function useRows(initial: TypedRow[], onTyped: (rows: TypedRow[]) => void) {
  const [rows, setRows] = useState(initial)
  const [past, setPast] = useState<TypedRow[][]>([])
  const saved = useRef(new Set(initial.map(({ id }) => id)))
  const editing = useRef('')

  const put = (next: TypedRow[]) => {
    setRows(next)
    onTyped(next.filter((row) => saved.current.has(row.id) || !isBlankRow(row)))
  }
  const step = (next: TypedRow[]) => {
    setPast((steps) => [...steps, rows])
    put(next)
  }

  return {
    rows,
    mayUndo: past.length > 0,
    /** All typing in one visit to a cell is one step back. */
    type(id: string, column: GridColumn, typed: Typed) {
      const cell = `${id} ${column.key}`
      const next = rows.map((row) => (row.id === id ? withCell(row, column, typed) : row))
      if (editing.current === cell) return put(next)
      editing.current = cell
      step(next)
    },
    /** The cell has been left. */
    settle() {
      editing.current = ''
    },
    add(kind: string | undefined): string {
      const id = crypto.randomUUID()
      step([...rows, { id, ...(kind === undefined ? {} : { kind }) }])
      return id
    },
    /** Cells of a spreadsheet, laid over the table as one step. */
    paste(at: Place, kind: string | undefined, columns: GridColumn[], cells: string[][]) {
      editing.current = ''
      step(pasteInto(rows, { at, kind, columns, cells, newId: () => crypto.randomUUID() }))
    },
    remove(id: string) {
      step(rows.filter((row) => row.id !== id))
    },
    undo() {
      const before = past.at(-1)
      if (!before) return
      setPast(past.slice(0, -1))
      editing.current = ''
      put(before)
    },
  }
}
