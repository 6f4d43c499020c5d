import { bearsFault, gridColumns } from '@/components/fields/grid-columns'
import type { FieldError } from '@/components/ui/errors-summary'
import type { FieldSpec } from '@/lib/domain/form-spec'
import type { FieldErrors } from '@/lib/domain/refusal'
import type { Typed, TypedRow } from '@/lib/domain/typed'

/** What was not kept, in the order of the form, each with the place it belongs to and the words beside it. */
export function errorLines(
  fields: readonly FieldSpec[],
  typed: Record<string, Typed>,
  errors: FieldErrors,
): FieldError[] {
  return fields.flatMap((field) =>
    field.kind === 'table'
      ? tableLines(field, (typed[field.code] ?? []) as TypedRow[], errors)
      : fieldLine(field, errors),
  )
}

function fieldLine({ code, item, label }: FieldSpec, errors: FieldErrors): FieldError[] {
  const sentence = errors[code]
  const place = item === 'đầu mẫu' ? label : `Mục ${item}, ${label}`
  return sentence === undefined ? [] : [{ field: `f-${code}`, message: `${place}: ${sentence}` }]
}

function tableLines(table: FieldSpec, rows: TypedRow[], errors: FieldErrors): FieldError[] {
  return rows.flatMap((row) => {
    const number = rows.filter(({ kind }) => kind === row.kind).indexOf(row) + 1
    return gridColumns(table.columns, row.kind).flatMap((column) => {
      const sentence = errors[`${table.code}.${row.id}.${column.spec.code}`]
      if (sentence === undefined || !bearsFault(column, row)) return []
      const field = `f-${table.code}.${row.id}.${column.key}`
      return [{ field, message: `${table.label}, dòng ${number}, ${column.heading}: ${sentence}` }]
    })
  })
}
