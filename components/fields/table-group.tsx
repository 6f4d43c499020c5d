'use client'

import { useEvidence } from '@/components/evidence/evidence-context'
import { CARDS } from '@/components/ui/card-roles'
import { Icon } from '@/components/ui/icon'
import type { FieldSpec } from '@/lib/domain/form-spec'
import type { Typed, TypedRow } from '@/lib/domain/typed'
import { type GridColumn, gridColumns } from './grid-columns'
import { type Move, type Place, placeAfter } from './grid-keys'
import { GridRow } from './grid-row'
import type { Group } from './grid-words'

type TableGroupProps = {
  spec: FieldSpec
  group: Group
  rows: readonly TypedRow[]
  selected: Place | null
  round: number
  readOnly: boolean
  onSelect: (place: Place | null) => void
  onType: (row: string, column: GridColumn, typed: Typed) => void
  onAdd: (kind: string | undefined, column?: string) => void
  onPaste: (at: Place, kind: string | undefined, columns: GridColumn[], cells: string[][]) => void
  onRemove: (row: string, number: number) => void
}

/** The rows of one kind under their own head. */
export function TableGroup({ spec, group, rows, selected, round, readOnly, ...on }: TableGroupProps) {
  const columns = gridColumns(spec.columns, group.code)
  const hasProofs = useEvidence() !== null
  const own = rows.filter(({ kind }) => group.code === undefined || kind === group.code)
  const ids = own.map(({ id }) => id)
  const here = selected !== null && ids.includes(selected.row) ? selected : null

  const move = (way: Move): boolean => {
    if (!here) return false
    const keys = columns.map(({ key }) => key)
    const next = placeAfter(way, here, ids, keys)
    if (next) on.onSelect(next)
    else if (way === 'down') on.onAdd(group.code, keys[0])
    // Tab leaves the table after its last cell; arrows stay.
    return next !== null || (way !== 'next' && way !== 'previous')
  }

  return (
    <>
      {group.code !== undefined && (
        <h3 className="group-head">
          <span>{group.item}</span>
          {group.label}
        </h3>
      )}
      {own.length === 0 ? (
        <p className="add-line">
          {readOnly ? (
            <span className="mute">không có dòng nào</span>
          ) : (
            <AddButton group={group} first onAdd={on.onAdd} />
          )}
        </p>
      ) : (
        <table {...CARDS.table} className="sheet cards">
          <caption className="vh">{group.label}</caption>
          <thead {...CARDS.group}>
            <tr {...CARDS.row}>
              <th {...CARDS.columnHead} className="no">
                Dòng
              </th>
              {columns.map(({ key, heading, spec: { required, kind } }) => (
                <th key={key} {...CARDS.columnHead} className={WIDTHS[kind]}>
                  {heading}
                  {required === true && <span className="vh"> bắt buộc</span>}
                  {required === true && (
                    <span className="must" aria-hidden="true">
                      {'\u00a0*'}
                    </span>
                  )}
                </th>
              ))}
              {hasProofs && (
                <th {...CARDS.columnHead} className="proof-column">
                  Minh chứng
                </th>
              )}
              {!readOnly && (
                <th {...CARDS.columnHead} className="away">
                  <span className="vh">Xóa</span>
                </th>
              )}
            </tr>
          </thead>
          <tbody {...CARDS.group}>
            {own.map((row, index) => (
              <GridRow
                key={row.id}
                table={spec.code}
                row={row}
                number={index + 1}
                columns={columns}
                selected={here?.row === row.id ? here.column : null}
                round={round}
                entrance={index === 0 && !here ? (columns[0]?.key ?? null) : null}
                readOnly={readOnly}
                onSelect={on.onSelect}
                onType={on.onType}
                onMove={move}
                onPaste={(at, cells) => on.onPaste(at, group.code, columns, cells)}
                onRemove={(id) => on.onRemove(id, index + 1)}
              />
            ))}
            {!readOnly && (
              <tr {...CARDS.row} className="add">
                <td {...CARDS.cell} className="no">
                  <span className="only-wide">{own.length + 1}</span>
                </td>
                <td {...CARDS.cell} colSpan={columns.length + (hasProofs ? 2 : 1)}>
                  <AddButton group={group} first={false} onAdd={on.onAdd} />
                </td>
              </tr>
            )}
          </tbody>
        </table>
      )}
    </>
  )
}

function AddButton({ group, first, onAdd }: { group: Group; first: boolean; onAdd: TableGroupProps['onAdd'] }) {
  return (
    <button type="button" className="plain link" onClick={() => onAdd(group.code)}>
      <Icon name="plus" small />
      {first ? 'Thêm dòng đầu tiên' : 'Thêm dòng mới. Nhấn Enter ở dòng cuối cũng được'}
      {group.code !== undefined && <span className="vh"> vào {group.label}</span>}
    </button>
  )
}

/** Dates and figures are as wide as they are; words share the rest. */
const WIDTHS: Partial<Record<FieldSpec['kind'], string>> = {
  longText: 'w-1/3',
  partialDateRange: 'w-32 nowrap',
  date: 'w-28',
  partialDate: 'w-28',
  integer: 'w-20 num',
  decimal: 'w-20 num',
  money: 'w-32 num',
}
