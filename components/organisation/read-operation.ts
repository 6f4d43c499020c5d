import { readPartialDay } from '@/lib/catalogue/days'
import type { Into, NewUnit, Operation, OperationKind } from '@/lib/domain/organisation/operation'

/** What the form says, as an operation. Names of controls are the paths of its fields. */
export function readOperation(kind: OperationKind, form: FormData): Operation {
  const word = (name: string) => String(form.get(name) ?? '').trim()
  const or = (name: string) => word(name) || null
  const when = { day: readPartialDay(word('day')) ?? '', basis: word('basis') }
  const newUnit = (prefix: string): NewUnit => ({
    ...{ code: word(`${prefix}code`), name: word(`${prefix}name`), typeCode: word(`${prefix}typeCode`) },
    ...{ parentId: or(`${prefix}parentId`), agencyCode: or(`${prefix}agencyCode`) },
    ...{ legacyCode: null, nationalCode: null },
  })
  const into = (prefix: string): Into =>
    word(`${prefix}.is`) === 'new' ? { unit: newUnit(`${prefix}.unit.`) } : { unitId: word(`${prefix}.unitId`) }
  const unitId = word('unitId')
  switch (kind) {
    case 'create':
      return { kind, ...when, unit: newUnit('unit.') }
    case 'rename': {
      const codes = { agencyCode: or('agencyCode'), legacyCode: or('legacyCode'), nationalCode: or('nationalCode') }
      return { kind, ...when, unitId, name: word('name'), ...codes }
    }
    case 'move':
      return {
        kind,
        ...when,
        unitId,
        parentId: or('parentId'),
        typeCode: word('typeCode'),
        agencyCode: or('agencyCode'),
      }
    case 'close':
      return { kind, ...when, unitId, peopleTo: or('peopleTo') }
    case 'merge':
      return { kind, ...when, unitIds: form.getAll('unitIds').map(String), into: into('into') }
    case 'split': {
      const chosen = (prefix: string, share: string) =>
        [...form.entries()]
          .filter(([name, to]) => name.startsWith(prefix) && to === share)
          .map(([name]) => name.slice(prefix.length))
      const shares = form.getAll('share').map((share) => ({
        into: into(`shares.${share}.into`),
        personIds: chosen('person.', String(share)),
        unitIds: chosen('unit.', String(share)),
      }))
      return { kind, ...when, unitId, closes: form.get('closes') === 'yes', shares }
    }
  }
}
