import 'server-only'
import { dayOf, fromDateColumn } from '@/lib/domain/calendar'
import type { Actor, Grant, Role } from '@/lib/domain/policy'
import type { Place } from '@/lib/domain/sub-systems'
import type { Prisma } from '@/prisma/generated/client'
import { grantsOfMandate, MANDATES_OF_ACTOR } from './mandates/mandate-grants'

/** What must be loaded of an account to act in its name. */
export const ACCOUNT_OF_ACTOR = {
  person: { select: { fullName: true } },
  grants: { include: { unit: { select: { path: true, name: true } } } },
  mandates: MANDATES_OF_ACTOR,
  agreements: { where: { revokedAt: null }, include: { unit: { select: { path: true, name: true } } } },
} as const satisfies Prisma.UserInclude

type Account = Prisma.UserGetPayload<{ include: typeof ACCOUNT_OF_ACTOR; omit: { passwordHash: true } }>

/** An account as the one who acts, with all its roles; which of them are in force is asked by the day. */
export function actorOf(
  account: Pick<Account, 'id' | 'personId' | 'person' | 'grants' | 'agreements' | 'mandates'>,
  sessionId: string,
  now: Date,
): Actor {
  return {
    userId: account.id,
    personId: account.personId,
    personName: account.person.fullName,
    sessionId,
    today: dayOf(now),
    grants: grantsOf(account),
  }
}

/** Roles, and what agreements in writing add to them. */
export const grantsOf = ({
  grants,
  agreements,
  mandates,
}: Pick<Account, 'grants' | 'agreements' | 'mandates'>): Grant[] => [
  ...grants.map((grant) => ({ role: grant.role as Role, ...termOf(grant) })),
  ...mandates.flatMap(grantsOfMandate),
  ...agreements.map(({ places, documentNo, purpose, ...agreement }) => ({
    role: 'agreement' as const,
    ...termOf(agreement),
    agreed: { places: places as Place[], documentNo, purpose },
  })),
]

type Term = { unitId: string; unit: { path: string; name: string }; validFrom: Date; validUntil: Date | null }

const termOf = ({ unitId, unit, validFrom, validUntil }: Term) => ({
  unitId,
  unitPath: unit.path,
  unitName: unit.name,
  from: fromDateColumn(validFrom),
  until: validUntil && fromDateColumn(validUntil),
})
