/** What can be done to the tree, on a day and by a decision. */
export const OPERATION_KINDS = ['create', 'rename', 'move', 'close', 'merge', 'split'] as const
export type OperationKind = (typeof OPERATION_KINDS)[number]

export type Codes = { agencyCode: string | null; legacyCode: string | null; nationalCode: string | null }
export type NewUnit = { code: string; name: string; typeCode: string; parentId: string | null } & Codes

/** Where people and units go: one that exists, or one founded for them. */
export type Into = { unitId: string } | { unit: NewUnit }

export type Share = { into: Into; personIds: string[]; unitIds: string[] }

type Of<Kind extends OperationKind, Fields> = { kind: Kind; day: string; basis: string } & Fields

export type Operation =
  | Of<'create', { unit: NewUnit }>
  | Of<'rename', { unitId: string; name: string } & Codes>
  | Of<'move', { unitId: string; parentId: string | null; typeCode: string; agencyCode: string | null }>
  | Of<'close', { unitId: string; peopleTo: string | null }>
  | Of<'merge', { unitIds: string[]; into: Into }>
  | Of<'split', { unitId: string; closes: boolean; shares: Share[] }>

/** Units there already that the operation changes itself; those that only receive are not among them. */
export function unitsChanged(operation: Operation): string[] {
  switch (operation.kind) {
    case 'create':
      return []
    case 'merge':
      return operation.unitIds
    default:
      return [operation.unitId]
  }
}

/** Units that come to an end. */
export function unitsEnded(operation: Operation): string[] {
  if (operation.kind === 'merge') return operation.unitIds
  const ends = operation.kind === 'close' || (operation.kind === 'split' && operation.closes)
  return ends ? [operation.unitId] : []
}

export function destinations(operation: Operation): Into[] {
  switch (operation.kind) {
    case 'create':
      return [{ unit: operation.unit }]
    case 'close':
      return operation.peopleTo === null ? [] : [{ unitId: operation.peopleTo }]
    case 'merge':
      return [operation.into]
    case 'split':
      return operation.shares.map(({ into }) => into)
    default:
      return []
  }
}

export const newUnits = (operation: Operation): NewUnit[] =>
  destinations(operation).flatMap((into) => ('unit' in into ? [into.unit] : []))

/** Units there already that people or units go to. */
export const receivers = (operation: Operation): string[] =>
  destinations(operation).flatMap((into) => ('unitId' in into ? [into.unitId] : []))

export const NO_CODES: Codes = { agencyCode: null, legacyCode: null, nationalCode: null }

export const isOperationKind = (word: string): word is OperationKind => OPERATION_KINDS.includes(word as OperationKind)
