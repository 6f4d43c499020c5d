'use client'

import { type KeyboardEvent, useRef, useState } from 'react'
import { MOST_ROWS } from '@/lib/catalogue/most-rows'
import type { FieldErrors } from '@/lib/domain/refusal'
import type { TypedRow } from '@/lib/domain/typed'
import type { ControlProps } from './control-props'
import { GridBar } from './grid-bar'
import { gridColumns } from './grid-columns'
import { type Place, wayBack } from './grid-keys'
import { type Block, withTaken } from './grid-paste'
import { groupsOf, placeWords } from './grid-words'
import { PastePreview } from './paste-preview'
import { SectionProvider, useSectionState } from './section-state'
import { TableGroup } from './table-group'
import { useRows } from './use-rows'

/** A table edited in place; where the form prints several (32.1 to 32.6), one under the other, each with its own columns. */
export function TableControl({ spec, id, typed, onTyped }: ControlProps<TypedRow[]>) {
  const rows = useRows(typed, onTyped)
  const [selected, setSelected] = useState<Place | null>(null)
  const [block, setBlock] = useState<Block | null>(null)
  const [said, setSaid] = useState('')
  const [round, setRound] = useState(0)
  const undo = useRef<HTMLButtonElement>(null)
  const state = useSectionState()
  const { answers, hasApproved } = state
  const [held, setHeld] = useState<FieldErrors>({})
  const readOnly = spec.readOnly !== null
  const groups = groupsOf(spec).filter(({ gate }) => gate === undefined || answers[gate] !== false)

  const select = (place: Place | null) => {
    if (place?.row !== selected?.row || place?.column !== selected?.column) rows.settle()
    setHeld(state.errors)
    setSelected(place)
  }
  const add = (kind: string | undefined, column?: string) => {
    if (rows.rows.length >= MOST_ROWS) return setSaid(`Bảng nhận tối đa ${MOST_ROWS} dòng.`)
    const row = rows.add(kind)
    setSaid('')
    setSelected({ row, column: column ?? gridColumns(spec.columns, kind)[0]?.key ?? '' })
  }
  const step = (way: 'undo' | 'redo', to: 'cell' | 'button') => {
    const gone = rows[way]()
    if (!gone) return
    setSaid(way === 'undo' ? 'Đã hoàn tác một bước.' : 'Đã làm lại một bước.')
    setBlock(null)
    setSelected(to === 'cell' ? gone.at : null)
    setRound(round + 1)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const way = wayBack(event)
    if (way === null || readOnly) return
    event.preventDefault()
    step(way, 'cell')
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys of the cells inside, on their way up
    <div id={id} tabIndex={-1} onKeyDown={onKeyDown}>
      {!readOnly && (
        <GridBar
          said={said}
          mayUndo={rows.mayUndo}
          mayRedo={rows.mayRedo}
          undo={undo}
          onUndo={() => step('undo', 'button')}
          onRedo={() => step('redo', 'button')}
          onAdd={spec.rowKinds.length === 0 ? () => add(undefined) : null}
          where={selected && placeWords(spec, rows.rows, selected)}
        />
      )}
      {block && (
        <PastePreview
          table={spec.code}
          rows={rows.rows}
          block={block}
          onDrop={() => {
            setBlock(null)
            setSelected(block.at)
          }}
          onTake={(taken) => {
            rows.replace(withTaken(rows.rows, taken), block.at)
            setBlock(null)
            setSaid('Đã dán. Bấm Hoàn tác để lấy lại như trước.')
            setSelected(block.at)
          }}
        />
      )}
      <SectionProvider value={{ ...state, errors: quietIn(selected, state.errors, held, spec.code) }}>
        {groups.map((group) => (
          <TableGroup
            key={group.code ?? ''}
            spec={spec}
            group={group}
            rows={rows.rows}
            selected={selected}
            round={round}
            readOnly={readOnly}
            onSelect={select}
            onType={rows.type}
            onAdd={add}
            onPaste={(at, kind, columns, cells) => {
              // The cell in hand is left: the preview takes the focus.
              select(null)
              setBlock({ at, kind, columns, cells })
            }}
            onRemove={(row, number) => {
              setSelected(null)
              rows.remove(row)
              setSaid(`Đã xóa dòng ${number}. Bấm Hoàn tác để lấy lại.`)
              // The button only stands there once there is something to take back.
              requestAnimationFrame(() => undo.current?.focus())
            }}
          />
        ))}
      </SectionProvider>
      {!readOnly && (
        <div className="pager">
          <span>
            {rows.rows.length} dòng{hasApproved && '. Nền xanh là dòng mới, chưa duyệt.'}
          </span>
        </div>
      )}
    </div>
  )
}

/** In the cell that is being written nothing new is said; what was said when it was entered stays. */
function quietIn(selected: Place | null, errors: FieldErrors, held: FieldErrors, table: string): FieldErrors {
  if (!selected) return errors
  const cell = `${table}.${selected.row}.${selected.column.replace(/-(from|to)$/, '')}`
  const { [cell]: _, ...others } = errors
  const before = held[cell]
  return before === undefined ? others : { ...others, [cell]: before }
}
