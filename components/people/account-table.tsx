import Link from 'next/link'
import { CARDS } from '@/components/ui/card-roles'
import { StateChip } from '@/components/ui/chip'
import { sayInstant } from '@/lib/domain/calendar'
import type { Role } from '@/lib/domain/policy'
import { ROLE_WORDS } from '@/lib/domain/role-words'

type Row = {
  personId: string
  name: string
  unitName: string
  username: string | null
  lastSignInAt: Date | null
  disabled: boolean
  locked: boolean
  roles: Role[]
}

/** People and their accounts; the name leads to account, roles and certificates. */
export function AccountTable({ accounts, labelledBy }: { accounts: readonly Row[]; labelledBy: string }) {
  return (
    <table {...CARDS.table} className="cards people-list" aria-labelledby={labelledBy}>
      <thead {...CARDS.group}>
        <tr {...CARDS.row}>
          <th {...CARDS.columnHead}>Họ và tên</th>
          <th {...CARDS.columnHead}>Đơn vị</th>
          <th {...CARDS.columnHead}>Tên đăng nhập</th>
          <th {...CARDS.columnHead}>Vai trò</th>
          <th {...CARDS.columnHead}>Đăng nhập gần nhất</th>
        </tr>
      </thead>
      <tbody {...CARDS.group}>
        {accounts.map((account) => (
          <tr key={account.personId} {...CARDS.row}>
            <th {...CARDS.rowHead}>
              <Link href={`/administration/people/${account.personId}`} prefetch={false}>
                {account.name}
              </Link>
            </th>
            <td {...CARDS.cell} data-l="Đơn vị">
              {account.unitName}
            </td>
            <td {...CARDS.cell} data-l="Tên đăng nhập">
              {account.username ?? <span className="mute">chưa có tài khoản</span>}
            </td>
            <td {...CARDS.cell} data-l="Vai trò">
              {account.roles.map((role) => ROLE_WORDS[role]).join(', ')}
            </td>
            <td {...CARDS.cell} data-l="Đăng nhập gần nhất">
              <LastSignIn {...account} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function LastSignIn({ disabled, locked, lastSignInAt, username }: Row) {
  if (disabled) return <StateChip state="error">Đã ngừng</StateChip>
  if (locked) return <StateChip state="error">Đang khóa</StateChip>
  if (username === null) return null
  if (!lastSignInAt) return <span className="mute">chưa lần nào</span>
  return <time dateTime={lastSignInAt.toISOString()}>{sayInstant(lastSignInAt)}</time>
}
