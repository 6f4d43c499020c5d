/**
 * Roles of a table that becomes cards on a phone: `<table {...CARDS.table} className="cards">`. Some browsers forget that
 * a table is one as soon as its rows are drawn as blocks, unless it says so.
 */
export const CARDS = {
  table: { role: 'table' },
  group: { role: 'rowgroup' },
  row: { role: 'row' },
  columnHead: { role: 'columnheader', scope: 'col' },
  rowHead: { role: 'rowheader', scope: 'row' },
  cell: { role: 'cell' },
} as const
