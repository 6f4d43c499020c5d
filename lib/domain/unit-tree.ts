import unitTypes from '@/lib/catalogue/code-lists/loai-don-vi.json'

/** Which types may stand directly under which (Quy chế, Điều 2). */
const CHILDREN: Record<string, readonly string[] | undefined> = unitTypes.allowedChildren

const PLACED_BELOW = new Set(Object.values(unitTypes.allowedChildren).flat())

export type UnitType = { code: string; label: string }

/** Types that may be made under a parent of this type on this day; at the top, those that stand under nobody. */
export const typesUnder = (parentType: string | null, day: string): UnitType[] =>
  unitTypes.items
    .filter(({ validFrom, validUntil }) => isOpen({ validFrom, validUntil }, day))
    .filter(({ code }) => (parentType === null ? !PLACED_BELOW.has(code) : CHILDREN[parentType]?.includes(code)))
    .map(({ code, labelVi }) => ({ code, label: labelVi }))

/**
 * The type a unit has under a parent it is carried to: its own where that may stand there on the day, else the type that
 * came after it (a district's school becomes a commune's). Null where neither may.
 */
export function typeOfFollower(type: string, parentType: string | null, day: string): string | null {
  const allowed = typesUnder(parentType, day).map(({ code }) => code)
  const next = unitTypes.items.find(({ code }) => code === type)?.succeededBy ?? null
  return [type, next].find((code) => code !== null && allowed.includes(code)) ?? null
}

/** Every type with its days and its clause, for those who ask where the list comes from. */
export const UNIT_TYPES = unitTypes.items.map(({ code, labelVi, validFrom, validUntil, basis }) => ({
  ...{ code, label: labelVi, basis },
  ...({ validFrom, validUntil } as Term),
}))

/** Does the type exist on that day? Districts ended on 30/06/2025. */
export const isTypeOn = (type: string, day: string) => UNIT_TYPES.some((one) => one.code === type && isOpen(one, day))

/** May anything stand under a unit of this type? */
export const mayHaveChildren = (type: string) => CHILDREN[type] !== undefined

export const unitTypeLabel = (code: string) => unitTypes.items.find((type) => type.code === code)?.labelVi ?? code

/** Steps of the path: what an address and a LIKE pattern can carry unescaped. */
export const isUnitCode = (text: string) => /^[a-z0-9]+(-[a-z0-9]+)*$/.test(text) && text.length <= 40

/** `/dt/sgddt/thpt-sa-dec/`: a subtree is a prefix. */
export const pathUnder = (parentPath: string | null, code: string) => `${parentPath ?? '/'}${code}/`

/**
 * Whether the unit manages its own people: what stands directly under the province, and what stands under nobody.
 * Below that the parent manages (field 1 of the form).
 */
export const managesItself = ({ parentType }: { parentType: string | null }) =>
  parentType === null || parentType === 'UBND_TINH'

/** How a record names a unit: by its national identifier where it has one, with the name it bears today. */
export const unitAnswer = (unit: { code: string; agencyCode: string | null; name: string }) => ({
  code: unit.agencyCode ?? unit.code,
  name: unit.name,
})

type Term = { validFrom: string | null; validUntil: string | null }

const isOpen = ({ validFrom, validUntil }: Term, day: string) =>
  (validFrom === null || validFrom <= day) && (validUntil === null || day <= validUntil)
