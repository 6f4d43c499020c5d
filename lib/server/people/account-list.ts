import 'server-only'
import type { AccountAsk, AccountSort, AccountState } from '@/lib/domain/lists/account-list-spec'
import type { Column } from '@/lib/domain/lists/column'
import type { Actor, Role } from '@/lib/domain/policy'
import { ROLE_WORDS } from '@/lib/domain/role-words'
import { Prisma } from '@/prisma/generated/client'
import { type Key, listPage } from '../lists/list-page'
import { sqlWithin } from '../within'
import { findPeople } from './find-people'
import { BY_NAME } from './people-list'

const { sql } = Prisma

export type AccountRow = {
  personId: string
  name: string
  unitName: string
  username: string | null
  lastSignInAt: Date | null
  disabled: boolean
  locked: boolean
  /** Beside the one over one's own record. */
  roles: Role[]
}

/** One page of the people whose accounts this actor manages, with account and roles. */
export async function accountList(actor: Actor, ask: AccountAsk, now: Date) {
  const { unit, state } = ask.filters
  return listPage<AccountRow>({
    select: sql`p.id AS "personId", p.full_name AS name, u.name AS "unitName", a.username,
      a.last_sign_in_at AS "lastSignInAt", a.disabled_at IS NOT NULL AS disabled,
      coalesce(a.locked_until > ${now}, FALSE) AS locked,
      ARRAY(SELECT DISTINCT g.role FROM role_grant g WHERE ${otherRole(actor.today)} ORDER BY g.role) AS roles`,
    from: sql`person p JOIN unit u ON u.id = p.unit_id LEFT JOIN user_account a ON a.person_id = p.id`,
    where: [
      sqlWithin(actor, 'account.manage'),
      ...(unit === undefined ? [] : [sql`starts_with(u.path, (SELECT path FROM unit WHERE id = ${unit}::uuid))`]),
      ...(state === undefined ? [] : [stateIs(state as AccountState, actor.today, now)]),
      ...found(actor, ask.search),
    ],
    lead: LEADS[ask.sort.by],
    tie: BY_NAME,
    down: ask.sort.down,
    size: ask.size,
    cursor: ask.cursor,
  })
}

export const ACCOUNT_COLUMNS: readonly Column<AccountRow>[] = [
  { key: 'name', label: 'Họ và tên', kind: 'text', of: ({ name }) => name },
  { key: 'unit', label: 'Đơn vị', kind: 'text', of: ({ unitName }) => unitName },
  { key: 'username', label: 'Tên đăng nhập', kind: 'text', of: ({ username }) => username },
  { key: 'roles', label: 'Vai trò', kind: 'text', of: ({ roles }) => roles.map((role) => ROLE_WORDS[role]).join(', ') },
  { key: 'lastSignIn', label: 'Đăng nhập gần nhất', kind: 'instant', of: ({ lastSignInAt }) => lastSignInAt },
]

const LEADS: Record<AccountSort, Key | null> = {
  name: null,
  unit: { sql: sql`u.name`, type: 'text' },
  username: { sql: sql`coalesce(a.username, '')`, type: 'text' },
  lastSignIn: { sql: sql`coalesce(a.last_sign_in_at, '1970-01-01Z'::timestamptz)`, type: 'timestamptz' },
}

/** By name and citizen id as everywhere; also by the beginning of the username. */
function found(actor: Actor, search: string): Prisma.Sql[] {
  const people = findPeople(actor, search)
  const username = search.trim().toLowerCase()
  if (people.length === 0 || !/^[a-z][a-z0-9._-]*$/.test(username)) return people
  return [sql`(${people[0]} OR starts_with(a.username, ${username}))`]
}

const otherRole = (today: string) => sql`g.user_id = a.id AND g.role <> 'person'
  AND g.valid_from <= ${today}::date AND (g.valid_until IS NULL OR g.valid_until >= ${today}::date)`

function stateIs(state: AccountState, today: string, now: Date): Prisma.Sql {
  switch (state) {
    case 'none':
      return sql`a.id IS NULL`
    case 'neverSignedIn':
      return sql`a.id IS NOT NULL AND a.first_sign_in_at IS NULL`
    case 'locked':
      return sql`a.locked_until > ${now}`
    case 'disabled':
      return sql`a.disabled_at IS NOT NULL`
    case 'withRole':
      return sql`EXISTS (SELECT FROM role_grant g WHERE ${otherRole(today)})`
  }
}
