import { type Actor, can, type Permission, type Role } from './policy'

/** What a unit's own administrator may hand out; every other role comes from Sở Nội vụ. */
const UNIT_ROLES: readonly Role[] = ['person', 'recordsOfficer', 'unitHead', 'sealKeeper']

const permissionToGrant = (role: Role): Permission =>
  UNIT_ROLES.includes(role) ? 'account.manage' : 'account.grantUnitAdmin'

/** May this actor give, or take away, this role over this unit? */
export const mayGrant = (actor: Actor, role: Role, unitPath: string) =>
  can(actor, permissionToGrant(role), { personId: null, unitPath })

/**
 * May this actor reset the password of, or close, an account that holds these roles? Only who could have given them all:
 * otherwise a unit's administrator could step into the account of somebody with more rights.
 */
export const mayManageHolder = (actor: Actor, held: readonly { role: Role; unitPath: string }[]) =>
  held.every(({ role, unitPath }) => mayGrant(actor, role, unitPath))
