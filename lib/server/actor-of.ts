import 'server-only'
import { dayOf, fromDateColumn } from '@/lib/domain/calendar'
import type { Actor, Grant, Role } from '@/lib/domain/policy'
import type { Prisma } from '@/prisma/generated/client'

/** What must be loaded of an account to act in its name. */
export const ACCOUNT_OF_ACTOR = {
  person: { select: { fullName: true } },
  grants: { include: { unit: { select: { path: true, name: true } } } },
} as const satisfies Prisma.UserInclude

type Account = Prisma.UserGetPayload<{ include: typeof ACCOUNT_OF_ACTOR; omit: { passwordHash: true } }>

/** An account as the one who acts, with all its roles; which of them are in force is asked by the day. */
export function actorOf(
  account: Pick<Account, 'id' | 'personId' | 'person' | 'grants'>,
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

export const grantsOf = ({ grants }: Pick<Account, 'grants'>): Grant[] =>
  grants.map(({ role, unitId, unit, validFrom, validUntil }) => ({
    role: role as Role,
    unitId,
    unitPath: unit.path,
    unitName: unit.name,
    from: fromDateColumn(validFrom),
    until: validUntil && fromDateColumn(validUntil),
  }))
