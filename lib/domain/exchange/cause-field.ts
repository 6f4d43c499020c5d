import type { PlacedField } from '@/lib/catalogue/field'
import { mayEdit } from '../record'

/** The national name in a cause's key, `E_CATALOG:DanToc` → `DanToc`; null where the key names no field. */
export const nationalNameOf = (cause: string): string | null => /^E_[A-Z_]+:(.+)$/.exec(cause)?.[1] ?? null

/** Can one code of this field be replaced for many at once by the unit? Cells of tables belong to their rows, and what is the person's stays so. */
export const isReplaceable = (field: PlacedField): boolean =>
  field.table === null && field.kind === 'choice' && field.codeList !== undefined && mayEdit(field, 'unit')
