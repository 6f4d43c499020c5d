import 'server-only'
import { isTable } from '@/lib/catalogue'
import { fieldNamedNationally } from '@/lib/documents/national-mapping'
import type { FieldError } from '@/lib/domain/national-errors'

/** A complaint as it is kept, with the place in our form that it speaks of; `table` where that is a column. */
export type KeptError = FieldError & {
  item?: string
  label?: string
  section?: string
  fieldCode?: string
  table?: string
}

export function atField(error: FieldError): KeptError {
  const field = error.field === null ? null : fieldNamedNationally(error.field)
  if (!field) return error
  const { item, label, section, code } = field
  const table = isTable(field) ? null : field.table
  return { ...error, item, label, section, fieldCode: code, ...(table !== null && { table }) }
}
