import 'server-only'
import { NO_CODES, type Operation, type OperationKind } from '@/lib/domain/organisation/operation'
import type { Actor } from '@/lib/domain/policy'
import { loadUnit } from '../units/unit-tree'

/** How a form of this kind begins: what the unit is called and coded today stands in it already. Throws `notFound`. */
export async function operationStart(actor: Actor, kind: OperationKind, unitId: string | null): Promise<Operation> {
  const when = { day: actor.today, basis: '' }
  const unit = unitId === null ? null : await loadUnit(actor, 'unit.manage', unitId)
  const id = unit?.id ?? ''
  const { name = '', typeCode = '', parentId = null, agencyCode = null } = unit ?? {}
  switch (kind) {
    case 'create':
      return { kind, ...when, unit: { code: '', name: '', typeCode: '', parentId: unit?.id ?? null, ...NO_CODES } }
    case 'rename': {
      const { legacyCode = null, nationalCode = null } = unit ?? {}
      return { kind, ...when, unitId: id, name, agencyCode, legacyCode, nationalCode }
    }
    case 'move':
      return { kind, ...when, unitId: id, parentId, typeCode, agencyCode }
    case 'close':
      return { kind, ...when, unitId: id, peopleTo: null }
    case 'merge': {
      const into = { unit: { code: '', name: '', typeCode, parentId, ...NO_CODES } }
      return { kind, ...when, unitIds: unit ? [id] : [], into }
    }
    case 'split':
      return { kind, ...when, unitId: id, closes: false, shares: [] }
  }
}
