/** What a cell holds: text as typed, or something a spreadsheet made of it; `text` there is the result of a formula. */
export type SheetCell = string | { as: 'text' | 'number' | 'day' | 'boolean' | 'error'; text: string }

/** What a person reads in the cell. */
export const textOf = (cell: SheetCell | undefined): string =>
  cell === undefined ? '' : typeof cell === 'string' ? cell : cell.text

export const isFilled = (cell: SheetCell | undefined): cell is SheetCell => textOf(cell).trim() !== ''
