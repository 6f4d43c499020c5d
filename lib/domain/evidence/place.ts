import { type AnswersOf, fieldNamed, isSectionId, isTable, type RecordData, type SectionId } from '@/lib/catalogue'
import { rowsOf } from '../changes'

/** Where a value stands: a field, or a row of a table as a whole. `row` is nothing for a field. */
export type ValuePlace = { section: SectionId; code: string; row: string }

/** The picture at the head of the form. It is no field of the 109, and yet papers are kept and checked like it. */
export const PHOTO = { section: 'identity', code: 'photo', row: '' } as const satisfies ValuePlace

export const isPhoto = ({ section, code }: { section: string; code: string }) =>
  section === PHOTO.section && code === PHOTO.code

export const placeKey = ({ section, code, row }: { section: string; code: string; row: string }) =>
  `${section}.${code}.${row}`

/** Nothing where the form has no such place: a field that went, a row of what is no table, a table without its row. */
export function placeOf(place: { section: string; code: string; row: string }): ValuePlace | null {
  const { section, code, row } = place
  if (!isSectionId(section)) return null
  if (isPhoto(place)) return row === '' ? PHOTO : null
  const field = fieldNamed(section, code)
  if (!field || isTable(field) !== (row !== '')) return null
  return { section, code, row }
}

/** What stands there: an answer, a row; null where nothing does. */
export function valueAt(data: RecordData, { section, code, row }: ValuePlace): unknown {
  const answer = (data[section] as AnswersOf)[code] ?? null
  return row === '' ? answer : (rowsOf(answer).find(({ id }) => id === row) ?? null)
}

/** A row is named by its table: `Quá trình đào tạo, bồi dưỡng: dòng 2`. */
export function placeLabel(place: ValuePlace, data: RecordData): string {
  if (isPhoto(place)) return 'Ảnh 4×6'
  const field = fieldNamed(place.section, place.code)
  if (!field || place.row === '') return field?.label ?? place.code
  const rows = rowsOf((data[place.section] as AnswersOf)[place.code])
  const kind = rows.find(({ id }) => id === place.row)?.kind
  const number = rows.filter((row) => row.kind === kind).findIndex(({ id }) => id === place.row) + 1
  return number === 0 ? `${field.label}: dòng đã xóa` : `${field.label}: dòng ${number}`
}
