import { cellText, gridColumns } from '@/components/fields/grid-columns'
import { isRealPartialDay, readPartialDay } from '@/lib/catalogue/days'
import type { FieldSpec } from '@/lib/domain/form-spec'
import { isBlank, type Typed, type TypedRow } from '@/lib/domain/typed'

/** Spaces at the ends and between groups of digits are no change. */
export const sameTyped = (a: Typed, b: Typed) =>
  JSON.stringify(a ?? '').replace(/\s+/g, '') === JSON.stringify(b ?? '').replace(/\s+/g, '')

/** A day in words, as far as it was given, so that day and month are not mixed up; null for anything else. */
export function sayEcho({ kind }: FieldSpec, typed: Typed): string | null {
  if ((kind !== 'date' && kind !== 'partialDate') || typeof typed !== 'string') return null
  const day = readPartialDay(typed) ?? ''
  if (!isRealPartialDay(day) || (kind === 'date' && day.length < 10)) return null
  const [year, month, date] = day.split('-')
  return [date && `ngày ${Number(date)}`, month && `tháng ${Number(month)}`, `năm ${year}`].filter(Boolean).join(' ')
}

/** Something typed as a person reads it, codes by their labels where the page knows them. */
export function sayTyped(spec: FieldSpec, typed: Typed): string {
  if (isBlank(typed)) return 'chưa ghi'
  if (typeof typed === 'boolean') return typed ? 'Có' : 'Không'
  if (typeof typed === 'string') return labelOf(spec, typed)
  if (Array.isArray(typed))
    return spec.kind === 'table'
      ? (typed as TypedRow[]).map((row) => sayRow(spec, row)).join('\n')
      : (typed as string[]).map((code) => labelOf(spec, code)).join('; ')
  return typed && 'text' in typed ? typed.text : `${typed?.from ?? ''} – ${typed?.to || 'nay'}`
}

const labelOf = ({ source }: FieldSpec, code: string) =>
  source?.options.find(({ value }) => value === code)?.label ?? code

const sayRow = (spec: FieldSpec, row: TypedRow) =>
  gridColumns(spec.columns, row.kind)
    .map((column) => cellText(column, row))
    .filter(Boolean)
    .join('; ')
