import type { KeyboardEvent } from 'react'
import { isComposing } from './use-combobox'

/** Where a key leads from a cell; null when the key belongs to the field in it. */
export type Move = 'up' | 'down' | 'left' | 'right' | 'next' | 'previous' | 'edit' | 'cancel' | null

/**
 * Keys of a spreadsheet. Until somebody types (or presses F2) the arrows go from cell to cell; then left and right move in
 * the text, and on to the next cell from its edge. Lines are broken with Alt + Enter.
 */
export function moveOf(event: KeyboardEvent, editing: boolean): Move {
  if (isComposing(event) || event.ctrlKey || event.metaKey) return null
  const lines = event.target instanceof HTMLTextAreaElement
  switch (event.key) {
    case 'Enter':
      if (event.altKey) return null
      return event.shiftKey ? 'up' : 'down'
    case 'Tab':
      return event.shiftKey ? 'previous' : 'next'
    case 'ArrowUp':
      return event.altKey || (lines && editing && !isAtEdge(event.target, 'start')) ? null : 'up'
    case 'ArrowDown':
      return event.altKey || (lines && editing && !isAtEdge(event.target, 'end')) ? null : 'down'
    case 'ArrowLeft':
      return event.shiftKey || (editing && !isAtEdge(event.target, 'start')) ? null : 'left'
    case 'ArrowRight':
      return event.shiftKey || (editing && !isAtEdge(event.target, 'end')) ? null : 'right'
    case 'F2':
      return 'edit'
    case 'Escape':
      return editing ? 'cancel' : null
    default:
      return null
  }
}

/** The caret stands before the first, or after the last letter, and nothing is marked. */
export function isAtEdge(target: unknown, edge: 'start' | 'end'): boolean {
  const { selectionStart, selectionEnd, value } = target as Partial<HTMLInputElement>
  if (typeof selectionStart !== 'number' || value === undefined || selectionStart !== selectionEnd) return false
  return selectionStart === (edge === 'start' ? 0 : value.length)
}

/** Ctrl + Z, Ctrl + Shift + Z, Ctrl + Y, by the physical key: input methods take letters away. */
export function wayBack(event: KeyboardEvent): 'undo' | 'redo' | null {
  if (isComposing(event) || !(event.ctrlKey || event.metaKey) || event.altKey) return null
  if (event.code === 'KeyZ') return event.shiftKey ? 'redo' : 'undo'
  return event.code === 'KeyY' && !event.shiftKey ? 'redo' : null
}

export type Place = { row: string; column: string }

/** The cell a move leads to, or null where it leads out of the grid. */
export function placeAfter(move: Move, { row, column }: Place, rows: string[], columns: string[]): Place | null {
  const [r, c] = [rows.indexOf(row), columns.indexOf(column)]
  const at = (y: number, x: number): Place | null => {
    const [toRow, toColumn] = [rows[y], columns[x]]
    return y < 0 || x < 0 || toRow === undefined || toColumn === undefined ? null : { row: toRow, column: toColumn }
  }
  switch (move) {
    case 'up':
      return at(r - 1, c)
    case 'down':
      return at(r + 1, c)
    case 'left':
      return at(r, c - 1)
    case 'right':
      return at(r, c + 1)
    case 'next':
      return at(r, c + 1) ?? at(r + 1, 0)
    case 'previous':
      return at(r, c - 1) ?? at(r - 1, columns.length - 1)
    default:
      return null
  }
}
