import 'server-only'
import type { LeftOut } from '@/lib/documents/account-slips'
import { mayManageHolder } from '@/lib/domain/granting'
import { readIssueList } from '@/lib/domain/issue-list'
import type { Actor, Role } from '@/lib/domain/policy'
import { Prisma } from '@/prisma/generated/client'
import { db } from '../../db'
import { sqlWithin } from '../../within'

export type Resettable = { userId: string; username: string; name: string; unitName: string; unitPath: string }
type Found = Omit<Resettable, 'userId' | 'username'> & {
  citizenId: string
  userId: string | null
  username: string | null
  disabled: boolean
  held: { role: Role; unitPath: string }[]
}

/** Whose passwords this actor may take away in the unit, or among these citizen numbers; and whose not, with the reason. */
export async function accountsToReset(actor: Actor, scope: { unitPath: string; own: boolean; list: string }) {
  const read = readIssueList(scope.list)
  const listed = scope.list.trim() === '' ? null : read.citizenIds
  const where = scope.own ? Prisma.sql`u.path = ${scope.unitPath}` : Prisma.sql`starts_with(u.path, ${scope.unitPath})`
  const found = await db.$queryRaw<Found[]>`
    SELECT p.full_name AS name, p.citizen_id AS "citizenId", u.name AS "unitName", u.path AS "unitPath",
      account.id AS "userId", account.username, account.disabled_at IS NOT NULL AS disabled,
      COALESCE((SELECT json_agg(json_build_object('role', g.role, 'unitPath', over.path))
        FROM role_grant g JOIN unit over ON over.id = g.unit_id
        WHERE g.user_id = account.id AND (g.valid_until IS NULL OR g.valid_until >= ${actor.today}::date)), '[]') AS held
    FROM person p JOIN unit u ON u.id = p.unit_id LEFT JOIN user_account account ON account.person_id = p.id
    WHERE ${sqlWithin(actor, 'account.manage')} AND ${where}
      AND (${listed === null} OR p.citizen_id = ANY (${listed ?? []}::text[]))
      AND (${listed !== null} OR account.id IS NOT NULL)
    ORDER BY u.path, p.search_name, p.id`
  const known = new Set(found.map(({ citizenId }) => citizenId))
  const wanted: Resettable[] = []
  const leftOut: LeftOut[] = []
  for (const one of found) {
    const { userId, username, name, unitName, unitPath } = one
    const why = whyNot(actor, one)
    if (userId !== null && username !== null && why === null)
      wanted.push({ userId, username, name, unitName, unitPath })
    else leftOut.push({ who: name, unitName, why: why ?? '' })
  }
  for (const { typed, why } of read.faults) leftOut.push({ who: typed, unitName: '', why })
  for (const who of (listed ?? []).filter((id) => !known.has(id))) {
    leftOut.push({ who, unitName: '', why: 'Không có ai như vậy trong đơn vị đã chọn' })
  }
  return { wanted, leftOut }
}

function whyNot(actor: Actor, { userId, disabled, held }: Found): string | null {
  if (userId === null) return 'Chưa có tài khoản'
  if (userId === actor.userId) return 'Tài khoản của người đang làm; tự đổi mật khẩu'
  if (disabled) return 'Tài khoản đã ngừng'
  return mayManageHolder(actor, held) ? null : 'Có vai trò do cấp trên giao'
}
