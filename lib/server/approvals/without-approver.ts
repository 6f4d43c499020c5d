import 'server-only'
import { noApproverWords } from '@/lib/domain/approvers/approver-words'
import { GONE_STATUSES } from '@/lib/domain/movements/movement-kinds'
import type { Actor } from '@/lib/domain/policy'
import { unitTypeLabel } from '@/lib/domain/unit-tree'
import { codeLists } from '../code-lists/code-lists'
import { db } from '../db'
import { requireManager } from './approver-rules'
import { groupsOf, loadApprovers } from './approvers'

/** People whose record nobody may approve today, by unit and name, and why; one page of them. */
export async function peopleWithoutApprover(actor: Actor, { skip, take }: { skip: number; take: number }) {
  requireManager(actor)
  const [approvers, groups] = await Promise.all([loadApprovers(db, actor.today), groupsOf(db)])
  const nobody = groups.filter((group) => 'missing' in approvers.ofGroup(group))
  const heads = approvers.allHeads()
  const aloneHeads = heads.filter((head) => 'missing' in approvers.of(head)).map(({ personId }) => personId)
  const from = nobody.map(({ unitId, personCategory, managed }) => ({ unitId, personCategory, managed }))
  const where = {
    ...{ employmentStatus: { notIn: [...GONE_STATUSES] }, sameAsId: null },
    OR: [
      ...from.map(({ unitId, personCategory, managed }) => ({
        ...{ unitId, personCategory, managedByStandingCommittee: managed },
        id: { notIn: heads.map(({ personId }) => personId) },
      })),
      { id: { in: aloneHeads } },
    ],
  }
  const [total, rows] = await Promise.all([
    db.person.count({ where }),
    db.person.findMany({
      where,
      orderBy: [{ unit: { path: 'asc' } }, { searchName: 'asc' }, { id: 'asc' }],
      ...{ skip, take },
      select: {
        ...{ id: true, fullName: true, unitId: true, personCategory: true, managedByStandingCommittee: true },
        unit: { select: { name: true, typeCode: true } },
      },
    }),
  ])
  const people = rows.map(({ id, fullName, unit, unitId, personCategory, managedByStandingCommittee: managed }) => {
    const found = approvers.of({ personId: id, unitId, personCategory, managed })
    return {
      ...{ personId: id, name: fullName, unitName: unit.name, unitType: unitTypeLabel(unit.typeCode) },
      category: codeLists('doi-tuong').find(({ code }) => code === personCategory)?.label ?? personCategory,
      why: 'missing' in found ? noApproverWords(found.missing, found.rule) : '',
    }
  })
  return { total, people }
}
