import type { SectionId } from '@/lib/catalogue'

/** A part of the record: a whole section, or one field or table of it. */
export type Place = SectionId | `${SectionId}.${string}`

/** Sub-systems of the Quy chế (Điều 6), and the parts of the record each works with. */
export const SUB_SYSTEMS = {
  salary: {
    label: 'Tiền lương',
    basis: 'Quy chế, Điều 13 khoản 6, Điều 17',
    places: ['agency', 'position', 'salary', 'economy.salaryHistory', 'economy.allowances'],
    writes: [],
  },
  training: {
    label: 'Đào tạo, bồi dưỡng',
    basis: 'Quy chế, Điều 16, Điều 27',
    places: ['agency', 'qualification', 'position', 'training'],
    writes: ['qualification', 'training'],
  },
} as const satisfies Record<
  string,
  {
    label: string
    basis: string
    places: readonly Place[] /** By a body that works with it. */
    writes: readonly SectionId[]
  }
>

export type SubSystem = keyof typeof SUB_SYSTEMS

/** Is this place, or the section it stands in, among these? A whole section is covered only by itself. */
export const coversPlace = (places: readonly Place[], place: Place) =>
  places.includes(place) || places.includes(place.split('.')[0] as SectionId)
