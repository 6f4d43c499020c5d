'use client'

import { type FormEvent, startTransition, useActionState, useState } from 'react'
import { PasswordRules } from '@/components/account/password-rules'
import { Button } from '@/components/ui/button'
import { ErrorsSummary } from '@/components/ui/errors-summary'
import { Fault } from '@/components/ui/fault'
import { PasswordInput } from '@/components/ui/password-input'
import type { PasswordFigures } from '@/lib/domain/password-figures'
import type { PasswordOwner } from '@/lib/domain/password-policy'
import { setPassword } from '../actions'

const FIELDS = [
  { id: 'current', label: 'Mật khẩu hiện tại', autoComplete: 'current-password' },
  { id: 'wanted', label: 'Mật khẩu mới', autoComplete: 'new-password' },
  { id: 'repeated', label: 'Gõ lại mật khẩu mới', autoComplete: 'new-password' },
] as const

export function PasswordForm({ owner, figures }: { owner: PasswordOwner; figures: PasswordFigures }) {
  const [refused, submit, busy] = useActionState(setPassword, null)
  const [typed, setTyped] = useState('')
  // React empties a form after its action; what was typed must outlive a refusal.
  const keepTyped = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    startTransition(() => submit(form))
  }
  return (
    <form action={submit} onSubmit={keepTyped} className="narrow-form">
      {refused && (
        <ErrorsSummary
          key={refused.message}
          title={Object.keys(refused.fields).length ? 'Chưa đổi được mật khẩu.' : refused.message}
          errors={FIELDS.flatMap(({ id, label }) => {
            const fault = refused.fields[id]
            return fault ? [{ field: id, message: `${label}: ${fault}` }] : []
          })}
        />
      )}
      {/* Tells the password manager whose password this is. */}
      <input
        className="vh"
        name="username"
        value={owner.username}
        autoComplete="username"
        readOnly
        tabIndex={-1}
        aria-hidden
      />
      {FIELDS.map(({ id, label, autoComplete }) => (
        <div className="field" key={id}>
          <label htmlFor={id}>{label}</label>
          <PasswordInput
            id={id}
            autoComplete={autoComplete}
            invalid={Boolean(refused?.fields[id])}
            describedBy={[refused?.fields[id] && `${id}-fault`, id === 'wanted' && 'rules'].filter(Boolean).join(' ')}
            onType={id === 'wanted' ? setTyped : undefined}
          />
          {refused?.fields[id] && <Fault id={`${id}-fault`}>{refused.fields[id]}</Fault>}
          {id === 'wanted' && <PasswordRules id="rules" owner={owner} figures={figures} typed={typed} />}
        </div>
      ))}
      <Button look="main" type="submit" aria-busy={busy}>
        {busy ? 'Đang đổi mật khẩu' : 'Đổi mật khẩu'}
      </Button>
    </form>
  )
}
