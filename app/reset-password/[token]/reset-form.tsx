'use client'

import { type FormEvent, startTransition, useActionState } from 'react'
import { CodeInput } from '@/components/account/code-input'
import { errorsOf, NEW_PASSWORD, PasswordFields } from '@/components/account/password-fields'
import { Button } from '@/components/ui/button'
import { ErrorsSummary } from '@/components/ui/errors-summary'
import type { PasswordFigures } from '@/lib/domain/password-figures'
import { setAnew } from './actions'

type ResetFormProps = { token: string; username: string; secondFactor: boolean; figures: PasswordFigures }

const CODE = { id: 'code', label: 'Mã xác thực' }

export function ResetForm({ token, username, secondFactor, figures }: ResetFormProps) {
  const [refused, submit, busy] = useActionState(setAnew, null)
  // React empties a form after its action; what was typed must outlive a refusal.
  const keepTyped = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    startTransition(() => submit(form))
  }
  const errors = refused ? errorsOf([...NEW_PASSWORD, CODE], refused.fields) : []
  // Who holds the link is told no more of the person than the name of the account; the server judges by all of it.
  const owner = { username, secondFactor, fullName: '', citizenId: '', dateOfBirth: null, units: [] }
  return (
    <form action={submit} onSubmit={keepTyped}>
      {refused && (
        <div className="mt-4">
          <ErrorsSummary
            key={refused.message}
            title={errors.length > 0 ? 'Chưa đặt được mật khẩu.' : refused.message}
            errors={errors}
          />
        </div>
      )}
      <input type="hidden" name="token" value={token} />
      {/* Tells the password manager whose password this is. */}
      <input
        className="vh"
        name="username"
        value={username}
        autoComplete="username"
        readOnly
        tabIndex={-1}
        aria-hidden
      />
      <PasswordFields fields={NEW_PASSWORD} faults={refused?.fields ?? {}} owner={owner} figures={figures} />
      {secondFactor && (
        <CodeInput
          label={CODE.label}
          hint="6 số trong ứng dụng xác thực, hoặc một mã dự phòng."
          fault={refused?.fields.code}
        />
      )}
      <div className="field">
        <Button look="main" wide type="submit" aria-busy={busy}>
          {busy ? 'Đang đặt mật khẩu' : 'Đặt mật khẩu'}
        </Button>
      </div>
    </form>
  )
}
