'use client'

import { useState } from 'react'
import { EditProofs } from '@/components/evidence/edit-proofs'
import { useEvidence } from '@/components/evidence/evidence-context'
import { CARDS } from '@/components/ui/card-roles'
import { Icon } from '@/components/ui/icon'
import { isRequired, isShown } from '@/lib/catalogue/conditions'
import { dayTyped, roughly, type Typed, type TypedRow } from '@/lib/domain/typed'
import { CellEditor } from './cell-editor'
import { bearsFault, cellText, cellTyped, type GridColumn } from './grid-columns'
import type { Move, Place } from './grid-keys'
import { useSectionState } from './section-state'

export type GridRowProps = {
  table: string
  row: TypedRow
  number: number
  columns: GridColumn[]
  selected: string | null
  /** Counts the steps back: the cell in hand is drawn anew. */
  round: number
  /** The cell the Tab key enters the table at. */
  entrance: string | null
  readOnly: boolean
  onSelect: (place: Place | null) => void
  onType: (row: string, column: GridColumn, typed: Typed) => void
  onMove: (move: Move) => boolean
  onPaste: (at: Place, cells: string[][]) => void
  onRemove: (row: string) => void
}

/** One row: text until a cell is selected; what is wrong or was given back stands in rows of its own below. */
export function GridRow({ table, row, number, columns, selected, round, entrance, readOnly, ...on }: GridRowProps) {
  const { errors, answers, approved, hasApproved, returned } = useSectionState()
  const before = (approved[table]?.typed as TypedRow[] | undefined)?.find(({ id }) => id === row.id)
  const faults = columns.flatMap((column) => {
    const sentence = errors[`${table}.${row.id}.${column.spec.code}`]
    return sentence !== undefined && bearsFault(column, row) ? [{ column, sentence }] : []
  })
  const reasons = returned.filter((one) => one.code === table && one.row === row.id)
  const rough = Object.fromEntries(Object.entries(row).map(([code, typed]) => [code, roughly(typed)]))
  const hasProofs = useEvidence() !== null
  const [opened] = useState(() => JSON.stringify(row))
  const width = columns.length + (readOnly ? 0 : 1) + (hasProofs ? 1 : 0)
  return (
    <>
      <tr
        {...CARDS.row}
        id={`f-${table}.${row.id}`}
        tabIndex={-1}
        className={hasApproved && !before ? 'is-new' : undefined}
      >
        <th {...CARDS.rowHead} className="no">
          <span className="vh-wide">Dòng </span>
          {number}
          {before && JSON.stringify(before) !== JSON.stringify(row) && <span className="tag under">đã sửa</span>}
        </th>
        {columns.map((column) => {
          const shown = isShown(column.spec, answers, rough)
          const id = `f-${table}.${row.id}.${column.key}`
          const fault = faults.find((one) => one.column === column)
          const name = `Dòng ${number}, ${column.heading}`
          const place = { row: row.id, column: column.key }
          if (selected === column.key && !readOnly)
            return (
              <td
                key={column.key}
                {...CARDS.cell}
                id={id}
                data-l={column.heading}
                className="sel"
                onBlur={(event) => event.currentTarget.contains(event.relatedTarget) || on.onSelect(null)}
              >
                <CellEditor
                  key={round}
                  column={column}
                  id={`${id}-edit`}
                  name={name}
                  rowKind={row.kind}
                  rowDay={column.spec.dated === null ? null : dayTyped(row[column.spec.dated])}
                  typed={cellTyped(column, row)}
                  described={fault && `${id}-fault`}
                  invalid={fault !== undefined}
                  onTyped={(typed) => on.onType(row.id, column, typed)}
                  onMove={on.onMove}
                  onPaste={(cells) => on.onPaste(place, cells)}
                />
              </td>
            )
          const text = cellText(column, row)
          return (
            <td
              key={column.key}
              {...CARDS.cell}
              id={id}
              data-l={column.heading}
              className={cellClass(column, fault !== undefined)}
              tabIndex={readOnly ? undefined : entrance === column.key ? 0 : -1}
              onFocus={() => readOnly || on.onSelect(place)}
            >
              {text === '' ? (
                <span className="mute">
                  {isRequired(column.spec, answers, rough) ? (
                    'cần ghi'
                  ) : shown ? (
                    <span className="only-phone">chưa ghi</span>
                  ) : (
                    ''
                  )}
                </span>
              ) : (
                text
              )}
            </td>
          )
        })}
        {hasProofs && (
          <td {...CARDS.cell} data-l="Minh chứng" className="proof-column">
            <EditProofs code={table} row={row.id} label={`dòng ${number}`} changed={opened !== JSON.stringify(row)} />
          </td>
        )}
        {!readOnly && (
          <td {...CARDS.cell} className="away">
            <button type="button" className="plain" onClick={() => on.onRemove(row.id)}>
              <Icon name="cross" small />
              <span className="vh-wide">Xóa dòng {number}</span>
            </button>
          </td>
        )}
      </tr>
      {faults.map(({ column, sentence }) => (
        <tr key={column.key} {...CARDS.row} className="say">
          <td {...CARDS.cell} className="no" />
          <td {...CARDS.cell} colSpan={width} id={`f-${table}.${row.id}.${column.key}-fault`}>
            <span className="with-icon">
              <Icon name="stop" small />
              <span>
                Lỗi ở {column.heading}: {sentence}
              </span>
            </span>
          </td>
        </tr>
      ))}
      {reasons.map(({ reason }) => (
        <tr key={reason} {...CARDS.row} className="gap">
          <td {...CARDS.cell} className="no" />
          <td {...CARDS.cell} colSpan={width}>
            <span className="with-icon">
              <Icon name="back" small />
              <span>Cán bộ hồ sơ trả lại dòng này: “{reason}”</span>
            </span>
          </td>
        </tr>
      ))}
    </>
  )
}

function cellClass({ spec }: GridColumn, bad: boolean) {
  const number = spec.kind === 'integer' || spec.kind === 'decimal' || spec.kind === 'money'
  return [bad && 'bad-cell', number && 'num'].filter(Boolean).join(' ') || undefined
}
