import type { FieldSpec } from '@/lib/domain/form-spec'
import { gridColumns } from './grid-columns'
import type { Place } from './grid-keys'

/** One table of the form: the rows of one kind, under their own item and head. */
export type Group = { code: string | undefined; label: string; item: string; gate?: string | undefined }

export const groupsOf = (spec: FieldSpec): Group[] =>
  spec.rowKinds.length > 0 ? [...spec.rowKinds] : [{ code: undefined, label: spec.label, item: spec.item }]

/** The line above the grid: which cell it is, in full words, and what belongs in it. */
export function placeWords(spec: FieldSpec, rows: readonly { id: string; kind?: string }[], { row, column }: Place) {
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
