import type { NewUnit, Operation } from './operation'
import { dayBefore, type Organisation, versionOn } from './organisation'

/**
 * The operation that leads back, dated today: for what can no longer be taken back because later things refer to it.
 * A code is never given twice (ID-3), so that a unit that comes again gets a new one.
 */
export function reverseOf(
  organisation: Organisation,
  operation: Operation,
  result: readonly string[],
  day: string,
): Operation {
  const was = (unitId: string) => versionOn(organisation, unitId, dayBefore(operation.day))
  const basis = ''
  const again = (unitId: string): NewUnit => {
    const code = organisation.unit.find(({ id }) => id === unitId)?.code ?? 'don-vi'
    const { name = '', typeCode = '', parentId = null } = was(unitId) ?? {}
    return { code: `${code}-2`, name, typeCode, parentId, agencyCode: null, legacyCode: null, nationalCode: null }
  }
  switch (operation.kind) {
    case 'create':
      return { kind: 'close', day, basis, unitId: result[0] ?? '', peopleTo: null }
    case 'rename': {
      const { name = '', agencyCode = null, legacyCode = null, nationalCode = null } = was(operation.unitId) ?? {}
      return { kind: 'rename', day, basis, unitId: operation.unitId, name, agencyCode, legacyCode, nationalCode }
    }
    case 'move': {
      const { parentId = null, typeCode = operation.typeCode, agencyCode = null } = was(operation.unitId) ?? {}
      return { kind: 'move', day, basis, unitId: operation.unitId, parentId, typeCode, agencyCode }
    }
    case 'close':
      return { kind: 'create', day, basis, unit: again(operation.unitId) }
    case 'merge': {
      const shares = operation.unitIds.map((unitId) => ({
        into: { unit: again(unitId) },
        personIds: peopleBefore(organisation, unitId, operation.day),
        unitIds: [],
      }))
      const unitId = 'unitId' in operation.into ? operation.into.unitId : (result[0] ?? '')
      return { kind: 'split', day, basis, unitId, closes: !('unitId' in operation.into), shares }
    }
    case 'split':
      return {
        ...{ kind: 'merge', day, basis, unitIds: [...result] },
        into: operation.closes ? { unit: again(operation.unitId) } : { unitId: operation.unitId },
      }
  }
}

const peopleBefore = ({ posting }: Organisation, unitId: string, day: string) =>
  posting.filter((one) => one.unitId === unitId && one.until === dayBefore(day)).map(({ personId }) => personId)
