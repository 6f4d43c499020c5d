import { type Actor, can, type Grant, grantsFor, type Permission, type Role } from './policy'

/** What a unit's own administrator may hand out; every other role comes from Sở Nội vụ. */
const UNIT_ROLES: readonly Role[] = ['person', 'recordsOfficer', 'unitHead', 'sealKeeper']

/** Roles of administrators: they change hands by a document, never with an account (Quy chế, Điều 10 khoản 2). */
export const HANDED_OVER: readonly Role[] = ['unitAdmin', 'provinceAdmin', 'integrationAdmin']

const permissionToGrant = (role: Role): Permission =>
  UNIT_ROLES.includes(role) ? 'account.manage' : 'account.grantUnitAdmin'

/** May this actor give, or take away, this role over this unit? */
export const mayGrant = (actor: Actor, role: Role, unitPath: string) =>
  can(actor, permissionToGrant(role), { personId: null, unitPath }) || delegating(actor, role, unitPath).length > 0

/**
 * The grants by which this actor may make administrators of that unit without Sở Nội vụ: of a unit above it, never of
 * the same (Quy chế, Điều 8 khoản 2).
 */
export const delegating = (actor: Actor, role: Role, unitPath: string): Grant[] =>
  role === 'unitAdmin'
    ? grantsFor(actor, 'account.delegate', { personId: null, unitPath }).filter(
        (grant) => grant.role === 'unitAdmin' && grant.unitPath !== unitPath,
      )
    : []

/** Does only the province's authority allow it? Then it is done on a written proposal (Quy chế, Điều 26 khoản 3). */
export function needsProposal(actor: Actor, role: Role, unitPath: string): boolean {
  if (delegating(actor, role, unitPath).length > 0) return false
  const grants = grantsFor(actor, permissionToGrant(role), { personId: null, unitPath })
  return grants.length > 0 && grants.every((grant) => grant.role === 'provinceAdmin')
}

/**
 * May this actor reset the password of, or close, an account that holds these roles? Only who could have given them all:
 * otherwise a unit's administrator could step into the account of somebody with more rights.
 */
export const mayManageHolder = (actor: Actor, held: readonly { role: Role; unitPath: string }[]) =>
  held.every(({ role, unitPath }) => mayGrant(actor, role, unitPath))
