import 'server-only'
import { fromDateColumn } from '@/lib/domain/calendar'
import { mayGrant, mayManageHolder } from '@/lib/domain/granting'
import { type Actor, can, inForce, mayAnywhere, ROLES, type Role } from '@/lib/domain/policy'
import { Refusal } from '@/lib/domain/refusal'
import { db } from '../db'

const CERTIFICATE = {
  id: true,
  subject: true,
  issuer: true,
  serial: true,
  fingerprint: true,
  validFrom: true,
  validUntil: true,
  registeredAt: true,
  withdrawnAt: true,
} as const

/** Everything the page of one person's account shows, and what this actor may do there. Throws `notFound`. */
export async function accountPage(actor: Actor, personId: string) {
  const person = await db.person.findUnique({
    where: { id: personId },
    select: {
      id: true,
      fullName: true,
      citizenId: true,
      unitId: true,
      unit: { select: { name: true, path: true } },
      record: { select: { id: true } },
      user: {
        select: {
          id: true,
          username: true,
          mustChangePassword: true,
          secondFactorSince: true,
          disabledAt: true,
          disabledReason: true,
          lockedUntil: true,
          firstSignInAt: true,
          lastSignInAt: true,
          createdAt: true,
          grants: { orderBy: { validFrom: 'desc' }, include: { unit: { select: { name: true, path: true } } } },
          certificates: { orderBy: { registeredAt: 'desc' }, select: CERTIFICATE },
        },
      },
    },
  })
  const subject = person && { personId: person.id, unitPath: person.unit.path }
  if (!subject || !can(actor, 'account.manage', subject)) throw new Refusal('notFound', {})
  const { user, ...whose } = person
  const roles = (user?.grants ?? []).map((grant) => ({
    id: grant.id,
    role: grant.role as Role,
    unitId: grant.unitId,
    unitPath: grant.unit.path,
    unitName: grant.unit.name,
    from: fromDateColumn(grant.validFrom),
    until: grant.validUntil && fromDateColumn(grant.validUntil),
    reason: grant.reason,
  }))
  const standing = roles.filter((role) => inForce(role, actor.today) || role.from > actor.today)
  const own = user?.id === actor.userId
  return {
    person: whose,
    user,
    roles: standing,
    pastRoles: roles.filter((role) => !standing.includes(role) && (role.until ?? '') >= role.from),
    own,
    /** False where somebody higher must act. */
    mayManage: !own && mayManageHolder(actor, standing),
    mayRegister: !own && can(actor, 'certificate.register', subject),
    grantable: ROLES.filter(
      (role) =>
        role !== 'person' &&
        (mayGrant(actor, role, person.unit.path) || (role === 'unitAdmin' && mayAnywhere(actor, 'account.delegate'))),
    ),
  }
}

export type AccountPage = Awaited<ReturnType<typeof accountPage>>
