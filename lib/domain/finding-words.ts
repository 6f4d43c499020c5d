import { columnsOf, fieldNamed, isTable, type RecordData } from '@/lib/catalogue'
import { rowsOf } from './changes'
import type { Place } from './rules/rule'

/** A place in the words of the form: “Mục 33. Tóm tắt quá trình công tác, dòng 2”. */
export function placeWords({ section, code, row, column }: Place, data: RecordData): string {
  const field = fieldNamed(section, code)
  if (!field) return code
  const label = `Mục ${field.item}. ${field.label}`
  if (!isTable(field) || row === undefined) return label
  const number = rowsOf((data[section] as Record<string, unknown>)[code]).findIndex(({ id }) => id === row) + 1
  const cell = columnsOf(field).find((one) => one.code === column)?.label
  return [label, `dòng ${number}`, cell].filter(Boolean).join(', ')
}
