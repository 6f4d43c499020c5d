import { columnsOf, fieldNamed, isTable } from '@/lib/catalogue'
import type { Reading } from '../reading'
import { isPhoto, placeOf } from './place'

/** May this reader read all that stands in this place? A paper on a row shows the whole row. */
export function isOpen(reading: Reading, place: { section: string; code: string; row: string }): boolean {
  const known = placeOf(place)
  if (!known) return false
  const { section, code } = known
  if (isPhoto(known)) return reading.see(section, { code, sensitive: false }) === 'open'
  const field = fieldNamed(section, code)
  if (!field || reading.see(section, field) !== 'open') return false
  if (!isTable(field)) return true
  return columnsOf(field).every(({ sensitive }) => reading.see(section, { code, sensitive }) === 'open')
}
