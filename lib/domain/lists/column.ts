/** One column of a list, the same on the screen and in the workbook. */
export type Column<Row> = {
  key: string
  label: string
  /** `identity`: digits that are no number (citizen id, phone, codes). */
  kind: 'text' | 'identity' | 'number' | 'day' | 'instant'
  of: (row: Row) => string | number | Date | null
}
