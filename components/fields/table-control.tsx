'use client'

import { useRef, useState } from 'react'
import { Icon } from '@/components/ui/icon'
import type { FieldSpec } from '@/lib/domain/form-spec'
import type { FieldErrors } from '@/lib/domain/refusal'
import type { TypedRow } from '@/lib/domain/typed'
import type { ControlProps } from './control-props'
import { gridColumns } from './grid-columns'
import type { Place } from './grid-keys'
import { SectionProvider, useSectionState } from './section-state'
import { TableGroup } from './table-group'
import { useRows } from './use-rows'

/** A table edited in place; where the form prints several (32.1 to 32.6), one under the other, each with its own columns. */
export function TableControl({ spec, id, typed, onTyped }: ControlProps<TypedRow[]>) {
  const rows = useRows(typed, onTyped)
  const [selected, setSelected] = useState<Place | null>(null)
  const [removed, setRemoved] = useState<number | null>(null)
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
    const row = rows.add(kind)
    setRemoved(null)
    const first = gridColumns(spec.columns, kind)[0]?.key ?? ''
    setSelected({ row, column: column ?? first })
  }
  const where = selected && placeWords(spec, rows.rows, selected)

  return (
    <div id={id} tabIndex={-1}>
      {!readOnly && (
        <>
          <div className="gridbar">
            {spec.rowKinds.length === 0 && (
              <button type="button" className="button button--small" onClick={() => add(undefined)}>
                <Icon name="plus" small />
                Thêm dòng
              </button>
            )}
            {rows.mayUndo && (
              <button
                type="button"
                className="button button--small"
                ref={undo}
                onClick={() => {
                  rows.undo()
                  setRemoved(null)
                }}
              >
                <Icon name="undo" small />
                Hoàn tác
              </button>
            )}
            <span className="meta lead" role="status">
              {removed !== null && `Đã xóa dòng ${removed}. Bấm Hoàn tác để lấy lại.`}
            </span>
            <span className="keys only-wide">
              <span>
                <kbd>Enter</kbd> xuống
              </span>
              <span>
                <kbd>Tab</kbd> sang phải
              </span>
              <span>
                <kbd>F2</kbd> sửa ô
              </span>
            </span>
          </div>
          <div className="cellbar only-wide">
            <b>{where?.title ?? 'Chưa chọn ô'}</b>
            <span className="soft">
              {where ? where.hint : 'Bấm vào một ô để ghi, hoặc dán các ô chép từ Excel vào đó.'}
            </span>
          </div>
        </>
      )}
      <SectionProvider value={{ ...state, errors: quietIn(selected, state.errors, held, spec.code) }}>
        {groups.map((group) => (
          <TableGroup
            key={group.code ?? ''}
            spec={spec}
            group={group}
            rows={rows.rows}
            selected={selected}
            readOnly={readOnly}
            onSelect={select}
            onType={rows.type}
            onAdd={add}
            onPaste={(...paste) => {
              // The cell in hand shows what it was given before; it is left, so that it reads the new.
              setSelected(null)
              rows.paste(...paste)
            }}
            onRemove={(row, number) => {
              setSelected(null)
              rows.remove(row)
              setRemoved(number)
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

export type Group = { code: string | undefined; label: string; item: string; gate?: string | undefined }

const groupsOf = (spec: FieldSpec): Group[] =>
  spec.rowKinds.length > 0 ? [...spec.rowKinds] : [{ code: undefined, label: spec.label, item: spec.item }]

/** In the cell that is being written nothing new is said; what was said when it was entered stays. */
function quietIn(selected: Place | null, errors: FieldErrors, held: FieldErrors, table: string): FieldErrors {
  if (!selected) return errors
  const cell = `${table}.${selected.row}.${selected.column.replace(/-(from|to)$/, '')}`
  const { [cell]: _, ...others } = errors
  const before = held[cell]
  return before === undefined ? others : { ...others, [cell]: before }
}

/** The line above the grid: which cell it is, in full words, and what belongs in it. */
function placeWords(spec: FieldSpec, rows: readonly { id: string; kind?: string }[], { row, column }: Place) {
  const kind = rows.find(({ id }) => id === row)?.kind
  const siblings = rows.filter((one) => one.kind === kind)
  const found = gridColumns(spec.columns, kind).find(({ key }) => key === column)
  if (!found) return null
  const hint =
    found.part === 'to' ? 'Ví dụ 08/2014; còn tiếp tục thì ghi “nay”.' : (found.spec.hint ?? EXAMPLES[found.spec.kind])
  return {
    title: `Dòng ${siblings.findIndex(({ id }) => id === row) + 1}, ${found.heading}`,
    hint: hint ?? found.spec.label,
  }
}

const EXAMPLES: Partial<Record<FieldSpec['kind'], string>> = {
  partialDateRange: 'Ví dụ 09/2010; chỉ nhớ năm thì ghi 2010.',
  date: 'Ví dụ 05/09/2015.',
  choice: 'Gõ không dấu để tìm trong danh mục.',
  decimal: 'Phần lẻ sau dấu phẩy, ví dụ 4,68.',
  money: 'Ghi bằng đồng, ví dụ 12.500.000.',
}
