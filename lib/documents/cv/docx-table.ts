import type { Block, Column, TableRow } from '@/lib/domain/cv/form'
import { cell, paragraph, row, run, TEXT_WIDTH, table } from '../docx/words'
import type { Xml } from '../docx/xml'

const SIZE = 11

/** A ruled table; its head comes again on every page. */
export function tableXml({ columns, rows }: Extract<Block, { kind: 'table' }>): Xml {
  const widths = columns.map(({ share }) => Math.round(share * TEXT_WIDTH))
  return table([...heads(columns, widths), ...rows.map((one) => bodyRow(one, columns, widths))], widths, {
    ruled: true,
  })
}

/** One row of heads, or two where neighbours share one above them. */
function heads(columns: Column[], widths: number[]): Xml[] {
  if (columns.every(({ over }) => over === null)) {
    return [
      row(
        columns.map(({ head }, index) => headCell(head, widths[index] ?? 0, {})),
        { head: true },
      ),
    ]
  }
  const upper = columns.flatMap(({ head, over }, index) => {
    const width = widths[index] ?? 0
    if (over === null) return [headCell(head, width, { merge: 'restart' })]
    if (columns[index - 1]?.over === over) return []
    return [headCell(over, width + (widths[index + 1] ?? 0), { span: 2 })]
  })
  const lower = columns.map(({ head, over }, index) =>
    over === null ? headCell('', widths[index] ?? 0, { merge: 'continue' }) : headCell(head, widths[index] ?? 0, {}),
  )
  return [row(upper, { head: true }), row(lower, { head: true })]
}

const headCell = (text: string, width: number, place: { merge?: 'restart' | 'continue'; span?: number }) =>
  cell([paragraph([run(text, { bold: true, size: SIZE })], { align: 'center', keepNext: true })], {
    width,
    middle: true,
    ...place,
  })

const ALIGN = { left: 'left', centre: 'center', right: 'right' } as const

const bodyRow = ({ cells }: TableRow, columns: Column[], widths: number[]) =>
  row(
    columns.map(({ align }, index) =>
      cell([paragraph([run(cells[index] ?? '', { size: SIZE })], { align: ALIGN[align] })], {
        width: widths[index] ?? 0,
      }),
    ),
  )
