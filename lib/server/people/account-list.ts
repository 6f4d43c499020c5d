import 'server-only'
import { dateColumn } from '@/lib/domain/calendar'
import type { Actor, Role } from '@/lib/domain/policy'
import { searchWords } from '@/lib/domain/search-name'
import type { Prisma } from '@/prisma/generated/client'
import { db } from '../db'
import { peopleWithin } from '../within'

export const ACCOUNT_STATES = ['any', 'none', 'neverSignedIn', 'locked', 'disabled', 'withRole'] as const
export type AccountState = (typeof ACCOUNT_STATES)[number]

export type AccountFilter = { search: string; unitPath: string | null; state: AccountState }

/** One page of the people whose accounts this actor manages, with account and roles. */
export async function accountList(
  actor: Actor,
  filter: AccountFilter,
  page: { skip: number; take: number },
  now: Date,
) {
  const inForce: Prisma.RoleGrantWhereInput = {
    validFrom: { lte: dateColumn(actor.today) },
    OR: [{ validUntil: null }, { validUntil: { gte: dateColumn(actor.today) } }],
  }
  const where: Prisma.PersonWhereInput = {
    AND: [
      peopleWithin(actor, 'account.manage'),
      filter.unitPath === null ? {} : { unit: { path: { startsWith: filter.unitPath } } },
      stateIs(filter.state, inForce, now),
      ...matching(filter.search),
    ],
  }
  const [total, people] = await Promise.all([
    db.person.count({ where }),
    db.person.findMany({
      where,
      orderBy: [{ searchName: 'asc' }, { id: 'asc' }],
      ...page,
      select: {
        id: true,
        fullName: true,
        unit: { select: { name: true } },
        user: {
          select: {
            username: true,
            disabledAt: true,
            lockedUntil: true,
            lastSignInAt: true,
            grants: { where: inForce, select: { role: true } },
          },
        },
      },
    }),
  ])
  return { total, accounts: people.map((person) => rowOf(person, now)) }
}

type Found = {
  id: string
  fullName: string
  unit: { name: string }
  user: {
    username: string
    disabledAt: Date | null
    lockedUntil: Date | null
    lastSignInAt: Date | null
    grants: { role: string }[]
  } | null
}

function rowOf({ id, fullName, unit, user }: Found, now: Date) {
  return {
    personId: id,
    name: fullName,
    unitName: unit.name,
    username: user?.username ?? null,
    lastSignInAt: user?.lastSignInAt ?? null,
    disabled: user?.disabledAt != null,
    locked: user?.lockedUntil != null && user.lockedUntil > now,
    roles: [...new Set((user?.grants ?? []).map(({ role }) => role as Role))].filter((role) => role !== 'person'),
  }
}

function stateIs(state: AccountState, inForce: Prisma.RoleGrantWhereInput, now: Date): Prisma.PersonWhereInput {
  switch (state) {
    case 'any':
      return {}
    case 'none':
      return { user: null }
    case 'neverSignedIn':
      return { user: { firstSignInAt: null } }
    case 'locked':
      return { user: { lockedUntil: { gt: now } } }
    case 'disabled':
      return { user: { disabledAt: { not: null } } }
    case 'withRole':
      return { user: { grants: { some: { AND: [inForce, { role: { not: 'person' } }] } } } }
  }
}

function matching(search: string): Prisma.PersonWhereInput[] {
  const digits = search.replace(/[\s.-]/g, '')
  if (/^\d+$/.test(digits)) return [{ citizenId: { contains: digits } }]
  return searchWords(search).map((word) => ({
    OR: [
      { searchName: { startsWith: word } },
      { searchName: { contains: ` ${word}` } },
      { user: { username: { startsWith: word } } },
    ],
  }))
}
