'use client'

import { type ClipboardEvent, type ComponentType, type KeyboardEvent, useEffect, useRef, useState } from 'react'
import type { Typed } from '@/lib/domain/typed'
import type { ControlProps } from './control-props'
import { SINGLE_CONTROLS } from './controls'
import type { GridColumn } from './grid-columns'
import { type Move, moveOf } from './grid-keys'
import { cellsPasted } from './grid-paste'
import { LineControl } from './text-control'

type CellEditorProps = {
  column: GridColumn
  id: string
  name: string
  rowKind: string | undefined
  rowDay: string | null
  typed: Typed
  described: string | undefined
  invalid: boolean
  onTyped: (typed: Typed) => void
  onPaste: (cells: string[][]) => void
  /** True when the move was made and the key must do nothing more. */
  onMove: (move: Move) => boolean
}

/** The field in the selected cell. It begins with everything marked, so that typing replaces and arrows move on. */
export function CellEditor({ column, typed, onTyped, onMove, onPaste, ...rest }: CellEditorProps) {
  const box = useRef<HTMLDivElement>(null)
  const [initial] = useState(typed)
  const [round, setRound] = useState(0)
  const [editing, setEditing] = useState(false)
  useEffect(() => {
    const field = fieldIn(box.current)
    field?.focus()
    // A round more: the text was put back.
    if (round >= 0) field?.select()
  }, [round])

  const onKeyDown = (event: KeyboardEvent) => {
    const move = moveOf(event, editing)
    if (move === null) return
    if (move === 'edit') {
      setEditing(true)
      const field = fieldIn(box.current)
      field?.setSelectionRange(field.value.length, field.value.length)
    } else if (move === 'cancel') {
      setEditing(false)
      onTyped(initial)
      setRound(round + 1)
    } else if (!onMove(move)) return
    event.preventDefault()
  }

  const onPasteIn = (event: ClipboardEvent) => {
    const text = event.clipboardData.getData('text/plain')
    const cells = cellsPasted(text)
    // Lines pasted while a text of several lines is being written belong into that text.
    const isProse = editing && event.target instanceof HTMLTextAreaElement && !text.includes('\t')
    if (!cells || isProse) return
    event.preventDefault()
    onPaste(cells)
  }

  const { kind } = column.spec
  const single = column.part === null && kind !== 'table' ? SINGLE_CONTROLS[kind] : LineControl
  // A part of a period is one line; everything else has the control of its kind.
  const Control = single as ComponentType<ControlProps>
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys of the field inside, on their way up
    <div
      ref={box}
      onKeyDown={onKeyDown}
      onInput={() => setEditing(true)}
      onPointerDown={() => setEditing(true)}
      onPaste={onPasteIn}
    >
      <Control
        key={round}
        {...rest}
        spec={column.spec}
        typed={(round === 0 ? typed : initial) ?? ''}
        onTyped={onTyped}
      />
    </div>
  )
}

const fieldIn = (box: HTMLElement | null) =>
  box?.querySelector<HTMLInputElement | HTMLTextAreaElement>('input, textarea')
