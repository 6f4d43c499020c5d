'use client'

import { useEffect, useRef, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'
import type { TypedRow } from '@/lib/domain/typed'
import { cellText, type GridColumn } from './grid-columns'
import { type Block, blockWords, type Judged, type LaidRow, layBlock, refusedIn, rowsTaken } from './grid-paste'
import { useSectionState } from './section-state'

type PastePreviewProps = {
  table: string
  rows: readonly TypedRow[]
  block: Block
  onTake: (taken: LaidRow[]) => void
  onDrop: () => void
}

/** A block from Excel before it is taken: what goes where, what it replaces, and which cells are refused and why. */
export function PastePreview({ table, rows, block, onTake, onDrop }: PastePreviewProps) {
  const { judgeRows } = useSectionState()
  const [laid] = useState(() => layBlock(rows, block, () => crypto.randomUUID()))
  const [judged, setJudged] = useState<Judged | null>(null)
  const [trouble, setTrouble] = useState<string | null>(null)
  const [tries, setTries] = useState(0)
  const box = useRef<HTMLElement>(null)
  useEffect(() => box.current?.focus(), [])
  useEffect(() => {
    // A round more: the line was cut.
    if (tries < 0) return
    let gone = false
    const asked = judgeRows(
      table,
      laid.rows.map(({ row }) => row),
    )
    asked
      .then((result) => {
        if (gone) return
        if (result.ok) setJudged(result.value)
        else setTrouble(result.message)
      })
      .catch(() => gone || setTrouble('Mạng đang ngắt nên chưa xem được các ô này. Chưa có gì được dán.'))
    return () => {
      gone = true
    }
  }, [judgeRows, table, laid, tries])

  const taken = judged && rowsTaken(laid, judged, table)
  const first = laid.rows[0]
  const cells = laid.rows.length * laid.columns.length
  const refused = judged ? countRefused(laid.rows, laid.columns, judged, table) : 0
  return (
    <section
      className="paste"
      ref={box}
      tabIndex={-1}
      aria-label="Xem trước khi dán"
      onKeyDown={(event) => event.key === 'Escape' && onDrop()}
    >
      <p>
        <b>
          Dán {laid.rows.length} dòng, {laid.columns.length} cột từ dòng {first?.number}, cột {laid.columns[0]?.heading}
        </b>
      </p>
      <p className="soft" role="status">
        {judged && taken ? blockWords(laid, taken, judged, table).join(' ') : (trouble ?? 'Đang kiểm từng ô.')}
      </p>
      {judged && taken && <PasteTable table={table} columns={laid.columns} laid={laid.rows} {...{ judged, taken }} />}
      <span className="acts">
        {taken && refused < cells && (
          <Button look="small" onClick={() => onTake(taken)}>
            Dán {cells - refused} ô
          </Button>
        )}
        {trouble && (
          <Button
            look="small"
            onClick={() => {
              setTrouble(null)
              setTries(tries + 1)
            }}
          >
            Kiểm lại
          </Button>
        )}
        <Button look="small" onClick={onDrop}>
          Không dán
        </Button>
      </span>
    </section>
  )
}

type PasteTableProps = {
  table: string
  columns: GridColumn[]
  laid: readonly LaidRow[]
  judged: Judged
  taken: readonly LaidRow[]
}

function PasteTable({ table, columns, laid, judged, taken }: PasteTableProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keys
    <section className="paste-cells" tabIndex={0} aria-label="Các ô sẽ dán">
      <table className="sheet compact">
        <thead>
          <tr>
            <th scope="col" className="no">
              Dòng
            </th>
            {columns.map(({ key, heading }) => (
              <th key={key} scope="col">
                {heading}
              </th>
            ))}
          </tr>
        </thead>
        {taken.map(({ row, number, before }, index) => {
          const reasons = columns.flatMap((column) => {
            const reason = refusedIn(judged, table, row.id, column)
            return reason === null ? [] : [{ column, reason }]
          })
          return (
            <tbody key={row.id}>
              <tr className={before === null ? 'is-new' : undefined}>
                <th scope="row" className="no">
                  {number}
                  {before === null && <span className="tag under">mới</span>}
                </th>
                {columns.map((column) => (
                  <PastedCell
                    key={column.key}
                    says={cellText(column, row)}
                    before={before === null ? '' : cellText(column, before)}
                    refused={
                      reasons.some((one) => one.column === column) ? cellText(column, laid[index]?.row ?? row) : null
                    }
                  />
                ))}
              </tr>
              {reasons.map(({ column, reason }) => (
                <tr key={column.key} className="say">
                  <td className="no" />
                  <td colSpan={columns.length}>
                    <span className="with-icon">
                      <Icon name="stop" small />
                      <span>
                        Không nhận {column.heading}: {reason}
                      </span>
                    </span>
                  </td>
                </tr>
              ))}
            </tbody>
          )
        })}
      </table>
    </section>
  )
}

function PastedCell({ says, before, refused }: { says: string; before: string; refused: string | null }) {
  if (refused !== null) return <td className="bad-cell">{refused}</td>
  return (
    <td>
      {says === '' ? <span className="mute">để trống</span> : says}
      {before !== '' && before !== says && <span className="meta block">thay “{before}”</span>}
    </td>
  )
}

const countRefused = (rows: readonly LaidRow[], columns: GridColumn[], judged: Judged, table: string) =>
  rows.reduce((sum, { row }) => sum + columns.filter((one) => refusedIn(judged, table, row.id, one) !== null).length, 0)
