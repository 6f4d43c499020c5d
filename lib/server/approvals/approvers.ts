import 'server-only'
import { type ApproverUnit, resolveApprover } from '@/lib/domain/approvers/resolve-approver'
import type { ApproverPlace, ApproverRule } from '@/lib/domain/approvers/rule'
import { dateColumn, fromDateColumn } from '@/lib/domain/calendar'
import { GONE_STATUSES } from '@/lib/domain/movements/movement-kinds'
import type { ApproverRule as RuleRow } from '@/prisma/generated/client'
import type { Tx } from '../db'

/** People of one unit, category and flag, none of whom heads anything: one answer holds for all of them. */
export type Group = { unitId: string; personCategory: string; managed: boolean; people: number }
/** Somebody who heads a unit on the day: answered one by one, since nobody approves their own record. */
type Head = Omit<Group, 'people'> & { personId: string; heads: string[] }
type Found = ReturnType<typeof resolveApprover>

/** The table of approvers on one day, read once with the tree and those who head it: four questions, however many people. */
export async function loadApprovers(tx: Tx, day: string) {
  const on = dateColumn(day)
  const rules = await tx.approverRule.findMany({
    where: { validFrom: { lte: on }, OR: [{ validUntil: null }, { validUntil: { gte: on } }] },
  })
  const units = await tx.unit.findMany({
    select: { id: true, code: true, name: true, typeCode: true, parentId: true, path: true, isOpen: true },
  })
  const heads = await tx.$queryRaw<Head[]>`
    SELECT p.id AS "personId", p.unit_id AS "unitId", p.person_category AS "personCategory",
      p.managed_by_standing_committee AS managed, array_agg(g.unit_id::text) AS heads
    FROM role_grant g JOIN user_account a ON a.id = g.user_id JOIN person p ON p.id = a.person_id
    WHERE g.role = 'unitHead' AND g.valid_from <= ${day}::date AND (g.valid_until IS NULL OR g.valid_until >= ${day}::date)
    GROUP BY p.id`
  return new Approvers(day, rules.map(ruleOf), units, heads)
}

/** Answers who approves whom on its day. */
export class Approvers {
  private readonly units: Map<string, ApproverUnit & { path: string; isOpen: boolean }>
  private readonly heads: Map<string, Head>
  private readonly found = new Map<string, Found>()

  constructor(
    readonly day: string,
    private readonly rules: ApproverRule[],
    units: (ApproverUnit & { path: string; isOpen: boolean })[],
    heads: Head[],
  ) {
    this.units = new Map(units.map((unit) => [unit.id, unit]))
    this.heads = new Map(heads.map((head) => [head.personId, head]))
  }

  /** Whose head approves this person; null and why, where nobody does. */
  of(person: { personId: string; unitId: string; personCategory: string; managed: boolean }): Found {
    const head = this.heads.get(person.personId)
    return head ? this.resolve(person, head.heads) : this.ofGroup(person)
  }

  ofGroup(group: { unitId: string; personCategory: string; managed: boolean }): Found {
    const key = `${group.unitId} ${group.personCategory} ${group.managed}`
    const known = this.found.get(key)
    if (known) return known
    const found = this.resolve(group, [])
    this.found.set(key, found)
    return found
  }

  /** The heads whose own record is for the head of this unit. */
  headsFor(unitId: string): string[] {
    return [...this.heads.values()].filter((head) => unitOf(this.of(head)) === unitId).map(({ personId }) => personId)
  }

  allHeads(): Head[] {
    return [...this.heads.values()]
  }

  unit(id: string) {
    return this.units.get(id)
  }

  private resolve(person: { unitId: string; personCategory: string; managed: boolean }, heads: readonly string[]) {
    return resolveApprover({ ...person, heads }, this.rules, this.units, this.day)
  }
}

/** The unit whose head approves this person on that day; null where nobody does. */
export async function approvingUnit(tx: Tx, personId: string, day: string) {
  const person = await tx.person.findUniqueOrThrow({ where: { id: personId } })
  const approvers = await loadApprovers(tx, day)
  const found = approvers.of({ ...person, personId, managed: person.managedByStandingCommittee })
  return 'unit' in found ? (approvers.unit(found.unit.id) ?? null) : null
}

/** The unit whose head it is. */
export const unitOf = (found: Found): string | null => ('unit' in found ? found.unit.id : null)

/** Everybody who is there, gathered by what an approver depends on; heads are counted too, and answered apart. `before`: who was entered until then. */
export const groupsOf = (tx: Tx, before = new Date('9999-01-01')) =>
  tx.$queryRaw<Group[]>`
    SELECT unit_id AS "unitId", person_category AS "personCategory", managed_by_standing_committee AS managed,
      count(*)::int AS people
    FROM person WHERE employment_status <> ALL(${[...GONE_STATUSES]}) AND same_as_id IS NULL AND created_at < ${before}
    GROUP BY 1, 2, 3`

export const ruleOf = ({ validFrom, validUntil, place, ...rule }: RuleRow): ApproverRule & RuleRow => ({
  ...rule,
  ...{ validFrom, validUntil, place: place as ApproverPlace },
  from: fromDateColumn(validFrom),
  until: validUntil && fromDateColumn(validUntil),
})
