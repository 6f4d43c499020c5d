import type { PlacedField } from '@/lib/catalogue/field'
import { type CellContext, type ReadCell, readCell } from './read-cell'
import type { SheetCell } from './sheet-cell'

/** So many different words of one column: what is common has been met by then, and what comes once need not be kept. */
const MOST = 2_000
/** Two people rarely say more than this in the same words. */
const LONGEST = 200

/** Reads cells, and remembers what it read: fifty thousand rows say “Kinh” in forty thousand of them. */
export class CellMemory {
  readonly #columns = new Map<string, Map<string, ReadCell>>()

  constructor(readonly context: CellContext) {}

  read(field: PlacedField, key: string, cell: SheetCell, kind?: string): ReadCell {
    const said = saidIn(cell)
    if (said === null) return readCell(field, cell, this.context, kind)
    const column = this.#column(kind === undefined ? key : `${key}\u0000${kind}`)
    const known = column.get(said)
    if (known) return known
    const read = readCell(field, cell, this.context, kind)
    if (column.size < MOST) column.set(said, read)
    return read
  }

  #column(name: string): Map<string, ReadCell> {
    const known = this.#columns.get(name)
    if (known) return known
    const column = new Map<string, ReadCell>()
    this.#columns.set(name, column)
    return column
  }
}

/** What tells a cell from others of its column; null for one not worth remembering. */
function saidIn(cell: SheetCell): string | null {
  if (typeof cell === 'string') return cell.length > LONGEST ? null : cell
  return cell.as === 'day' || cell.as === 'number' ? `\u0000${cell.as}${cell.text}` : null
}
