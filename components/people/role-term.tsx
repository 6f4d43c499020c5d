'use client'

import { useRouter } from 'next/navigation'
import { type FormEvent, useState } from 'react'
import { Button } from '@/components/ui/button'
import { ErrorsSummary } from '@/components/ui/errors-summary'
import { sayPartialDay } from '@/lib/catalogue/days'
import type { Role } from '@/lib/domain/policy'
import type { Result } from '@/lib/domain/result'
import { ROLE_WORDS } from '@/lib/domain/role-words'
import { readForm } from './read-form'
import { useAct } from './use-act'

export type ChangeTerm = (input: {
  userId: string
  grantId: string
  until: string | null
  reason: string
}) => Promise<Result<unknown>>

type RoleTermProps = { userId: string; role: { id: string; role: Role; until: string | null }; change: ChangeTerm }

/** Extends a role, or lets it end sooner. */
export function RoleTerm({ userId, role, change }: RoleTermProps) {
  const router = useRouter()
  const { run, busy, refused, fields } = useAct(change)
  const [asking, setAsking] = useState(false)
  const submit = (event: FormEvent<HTMLFormElement>) => {
    const { word, day } = readForm(event)
    run({ userId, grantId: role.id, until: day('until') || null, reason: word('reason') }, () => {
      setAsking(false)
      router.refresh()
    })
  }
  if (!asking) {
    return (
      <Button look="small" onClick={() => setAsking(true)}>
        Đổi thời hạn<span className="vh"> vai trò {ROLE_WORDS[role.role]}</span>
      </Button>
    )
  }
  const [until, reason] = [`until-${role.id}`, `why-${role.id}`]
  return (
    <form onSubmit={submit} className="take" noValidate>
      {refused && <ErrorsSummary key={refused.message} title={fields.until ?? fields.reason ?? refused.message} />}
      <label htmlFor={until}>Đến hết ngày, để trống là đến khi thu hồi</label>
      <input
        className="input"
        id={until}
        name="until"
        inputMode="numeric"
        autoComplete="off"
        defaultValue={role.until ? sayPartialDay(role.until) : ''}
      />
      <label htmlFor={reason}>Căn cứ đổi thời hạn</label>
      <input className="input" id={reason} name="reason" autoComplete="off" />
      <Button look="back" type="submit" aria-busy={busy}>
        Đổi thời hạn
      </Button>
    </form>
  )
}
