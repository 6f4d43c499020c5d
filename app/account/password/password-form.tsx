'use client'

import { type FormEvent, startTransition, useActionState } from 'react'
import { errorsOf, NEW_PASSWORD, PasswordFields } from '@/components/account/password-fields'
import { Button } from '@/components/ui/button'
import { ErrorsSummary } from '@/components/ui/errors-summary'
import type { PasswordFigures } from '@/lib/domain/password-figures'
import type { PasswordOwner } from '@/lib/domain/password-policy'
import { setPassword } from '../actions'

const FIELDS = [
  { id: 'current', label: 'Mật khẩu hiện tại', autoComplete: 'current-password' },
  ...NEW_PASSWORD,
] as const

export function PasswordForm({ owner, figures }: { owner: PasswordOwner; figures: PasswordFigures }) {
  const [refused, submit, busy] = useActionState(setPassword, null)
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
          errors={errorsOf(FIELDS, refused.fields)}
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
      <PasswordFields fields={FIELDS} faults={refused?.fields ?? {}} owner={owner} figures={figures} />
      <Button look="main" type="submit" aria-busy={busy}>
        {busy ? 'Đang đổi mật khẩu' : 'Đổi mật khẩu'}
      </Button>
    </form>
  )
}
