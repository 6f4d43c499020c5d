'use client'

import { useRouter } from 'next/navigation'
import { type FormEvent, useState } from 'react'
import { Button } from '@/components/ui/button'
import { CARDS } from '@/components/ui/card-roles'
import { ErrorsSummary } from '@/components/ui/errors-summary'
import { Panel } from '@/components/ui/panel'
import { sayDay } from '@/lib/domain/calendar'
import type { Role } from '@/lib/domain/policy'
import type { Result } from '@/lib/domain/result'
import { ROLE_WORDS } from '@/lib/domain/role-words'
import { type ChangeTerm, RoleTerm } from './role-term'
import { useAct } from './use-act'

export type HeldRole = {
  id: string
  role: Role
  unitName: string
  from: string
  until: string | null
  reason: string | null
}

type Take = (input: { userId: string; grantId: string; reason: string }) => Promise<Result<unknown>>
type RolesPanelProps = {
  userId: string
  roles: readonly HeldRole[]
  past: readonly HeldRole[]
  take: Take | null
  change: ChangeTerm | null
}

/** What the account may do, where and until when; what it once could is folded. */
export function RolesPanel({ userId, roles, past, take, change }: RolesPanelProps) {
  return (
    <Panel title="Vai trò" padded={false}>
      <RoleTable roles={roles} label="Vai trò đang có">
        {take &&
          change &&
          ((role) =>
            role.role !== 'person' && (
              <>
                <RoleTerm userId={userId} role={role} change={change} />
                <TakeRole userId={userId} role={role} take={take} />
              </>
            ))}
      </RoleTable>
      {past.length > 0 && (
        <details className="panel-body">
          <summary>{past.length} vai trò trước đây</summary>
          <RoleTable roles={past} label="Vai trò trước đây">
            {null}
          </RoleTable>
        </details>
      )}
    </Panel>
  )
}

type RoleTableProps = {
  roles: readonly HeldRole[]
  label: string
  children: ((role: HeldRole) => React.ReactNode) | null
}

function RoleTable({ roles, label, children }: RoleTableProps) {
  return (
    <table {...CARDS.table} className="cards" aria-label={label}>
      <thead {...CARDS.group}>
        <tr {...CARDS.row}>
          <th {...CARDS.columnHead}>Vai trò</th>
          <th {...CARDS.columnHead}>Tại đơn vị</th>
          <th {...CARDS.columnHead}>Từ</th>
          <th {...CARDS.columnHead}>Đến hết</th>
          <th {...CARDS.columnHead}>Căn cứ</th>
          {children && (
            <th {...CARDS.columnHead}>
              <span className="vh">Đổi thời hạn, thu hồi</span>
            </th>
          )}
        </tr>
      </thead>
      <tbody {...CARDS.group}>
        {roles.map((role) => (
          <tr key={role.id} {...CARDS.row}>
            <th {...CARDS.rowHead}>{ROLE_WORDS[role.role]}</th>
            <td {...CARDS.cell} data-l="Tại đơn vị">
              {role.unitName}
            </td>
            <td {...CARDS.cell} data-l="Từ">
              {sayDay(role.from)}
            </td>
            <td {...CARDS.cell} data-l="Đến hết">
              {role.until === null ? 'khi thu hồi' : sayDay(role.until)}
            </td>
            <td {...CARDS.cell} data-l="Căn cứ">
              {role.reason}
            </td>
            {children && <td {...CARDS.cell}>{children(role)}</td>}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** Taking a role back asks for its reason on the spot. */
function TakeRole({ userId, role, take }: { userId: string; role: HeldRole; take: Take }) {
  const router = useRouter()
  const { run, busy, refused, fields } = useAct(take)
  const [asking, setAsking] = useState(false)
  const id = `take-${role.id}`
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const reason = String(new FormData(event.currentTarget).get('reason') ?? '')
    run({ userId, grantId: role.id, reason }, () => router.refresh())
  }
  if (!asking) {
    return (
      <Button look="small" onClick={() => setAsking(true)}>
        Thu hồi<span className="vh"> vai trò {ROLE_WORDS[role.role]}</span>
      </Button>
    )
  }
  return (
    <form onSubmit={submit} className="take" noValidate>
      {refused && <ErrorsSummary key={refused.message} title={fields.reason ?? refused.message} />}
      <label htmlFor={id}>Căn cứ thu hồi</label>
      <input className="input" id={id} name="reason" autoComplete="off" />
      <Button look="back" type="submit" aria-busy={busy}>
        Thu hồi vai trò
      </Button>
    </form>
  )
}
