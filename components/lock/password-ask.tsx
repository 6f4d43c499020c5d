'use client'

import { type FormEvent, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Fault } from '@/components/ui/fault'
import { PasswordInput } from '@/components/ui/password-input'
import type { Result } from '@/lib/domain/result'

export type CheckPassword = (password: string) => Promise<Result<null>>

type PasswordAskProps = {
  id: string
  check: CheckPassword
  act: string
  onRight: () => void
  /** The way out for who does not want to. */
  children?: React.ReactNode
}

/** One password, asked for in the middle of something else; it is sent and forgotten. */
export function PasswordAsk({ id, check, act, onRight, children }: PasswordAskProps) {
  const [fault, setFault] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    event.stopPropagation()
    const form = event.currentTarget
    if (busy) return
    setBusy(true)
    const result = await check(String(new FormData(form).get(id) ?? '')).catch(() => null)
    setBusy(false)
    form.reset()
    if (result?.ok) return onRight()
    setFault(result?.message ?? 'Chưa nối được máy chủ. Có mạng thì gõ lại.')
    form.querySelector('input')?.focus()
  }
  return (
    <form className="password-ask" onSubmit={submit} noValidate>
      <div className="field">
        <label htmlFor={id}>Mật khẩu</label>
        <PasswordInput
          id={id}
          autoComplete="current-password"
          invalid={fault !== null}
          describedBy={fault ? `${id}-fault` : undefined}
        />
        <div role="alert">{fault && <Fault id={`${id}-fault`}>{fault}</Fault>}</div>
      </div>
      <p className="acts">
        {children}
        <Button look="main" type="submit" aria-busy={busy}>
          {act}
        </Button>
      </p>
    </form>
  )
}
