/**
 * Who may do what, how far. One table; two readings: `can` for one subject, `within` as a filter for lists.
 * When one may (state, deadline, completeness) is decided elsewhere.
 */

export const ROLES = [
  'person',
  'recordsOfficer',
  'unitAdmin',
  'unitHead',
  'sealKeeper',
  'provinceAdmin',
  'homeAffairsOfficer',
  'finance',
  'politicalSchool',
  'provincialLeader',
  'auditor',
  'partyBody',
  'integrationAdmin',
] as const
export type Role = (typeof ROLES)[number]

/** `self`: one's own; `subtree`: the grant's unit and all below; `totals`: figures without names. */
export type Reach = 'self' | 'subtree' | 'province' | 'totals'

// biome-ignore format: meant to be read as a table
export const POLICY = {
  // the record
  'record.read':         { person: 'self', recordsOfficer: 'subtree', unitAdmin: 'subtree', unitHead: 'subtree', provinceAdmin: 'province', homeAffairsOfficer: 'province', integrationAdmin: 'province' },
  'record.edit':         { person: 'self', recordsOfficer: 'subtree' },
  'record.submit':       { person: 'self' },
  'record.review':       { recordsOfficer: 'subtree' },
  // approval by signature
  'batch.read':          { recordsOfficer: 'subtree', unitHead: 'subtree', unitAdmin: 'subtree', provinceAdmin: 'province', homeAffairsOfficer: 'province' },
  'batch.sign':          { unitHead: 'subtree' },
  'certificate.register': { unitAdmin: 'subtree', provinceAdmin: 'province' },
  // people, accounts, units
  'person.create':       { recordsOfficer: 'subtree', unitAdmin: 'subtree', provinceAdmin: 'province' },
  'account.manage':      { unitAdmin: 'subtree', provinceAdmin: 'province' },
  'account.grantUnitAdmin': { provinceAdmin: 'province' },
  'unit.read':           { recordsOfficer: 'subtree', unitAdmin: 'subtree', unitHead: 'subtree', provinceAdmin: 'province', homeAffairsOfficer: 'province' },
  'unit.manage':         { provinceAdmin: 'province' },
  // the national exchange
  'push.read':           { recordsOfficer: 'subtree', unitAdmin: 'subtree', unitHead: 'subtree', provinceAdmin: 'province', homeAffairsOfficer: 'province', integrationAdmin: 'province' },
  'push.resend':         { provinceAdmin: 'province', integrationAdmin: 'province' },
  // the province
  'overview.read':       { provinceAdmin: 'province', homeAffairsOfficer: 'province', provincialLeader: 'totals', unitHead: 'subtree', unitAdmin: 'subtree' },
  'audit.read':          { auditor: 'province' },
} as const satisfies Record<string, Partial<Record<Role, Reach>>>

export type Permission = keyof typeof POLICY
export const PERMISSIONS = Object.keys(POLICY) as Permission[]

/** A role held over a unit and everything below it, for a time. Days are `YYYY-MM-DD`. */
export type Grant = {
  role: Role
  unitId: string
  unitPath: string
  unitName: string
  from: string
  until: string | null
}

/** The person at the browser. `today` travels with the actor, so that a grant's dates are judged on the day asked for. */
export type Actor = {
  userId: string
  personId: string | null
  personName: string
  sessionId: string
  today: string
  grants: readonly Grant[]
}

/** What is to be seen or changed: whose it is, and where that person or unit stands in the tree (`/dt/sgddt/thpt-x/`). */
export type Subject = { personId: string | null; unitPath: string }

export const inForce = (grant: Grant, day: string) => grant.from <= day && (grant.until === null || day <= grant.until)

const reachOf = (role: Role, permission: Permission): Reach | null =>
  (POLICY[permission] as Partial<Record<Role, Reach>>)[role] ?? null

/** May this actor do this to this subject? One grant in force that allows it is enough. */
export function can(actor: Actor, permission: Permission, subject: Subject): boolean {
  return actor.grants.some((grant) => {
    if (!inForce(grant, actor.today)) return false
    switch (reachOf(grant.role, permission)) {
      case 'self':
        return actor.personId !== null && actor.personId === subject.personId
      case 'subtree':
        return subject.unitPath.startsWith(grant.unitPath)
      case 'province':
        return true
      default:
        return false
    }
  })
}

/** The same rule for a list: everything, or these units and people, or nothing. */
export type Within = 'everything' | 'nothing' | { unitPaths: string[]; personId: string | null }

export function within(actor: Actor, permission: Permission): Within {
  const paths = new Set<string>()
  let personId: string | null = null
  for (const grant of actor.grants) {
    if (!inForce(grant, actor.today)) continue
    const reach = reachOf(grant.role, permission)
    if (reach === 'province') return 'everything'
    if (reach === 'subtree') paths.add(grant.unitPath)
    if (reach === 'self') personId = actor.personId
  }
  if (paths.size === 0 && personId === null) return 'nothing'
  return { unitPaths: [...paths].sort(), personId }
}

/** Has this actor the permission anywhere at all? For doors and menus only. */
export const mayAnywhere = (actor: Actor, permission: Permission) =>
  actor.grants.some((grant) => inForce(grant, actor.today) && reachOf(grant.role, permission) !== null)
