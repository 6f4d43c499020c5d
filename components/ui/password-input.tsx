'use client'

import { useState } from 'react'

type PasswordInputProps = {
  id: string
  autoComplete: 'current-password' | 'new-password'
  invalid?: boolean | undefined
  describedBy?: string | undefined
  /** Told of every letter, for rules that are ticked off. */
  onType?: ((typed: string) => void) | undefined
}

/** A password that can be looked at while typing: Telex changes letters one does not see. Its name is its id. */
export function PasswordInput({ id, autoComplete, invalid, describedBy, onType }: PasswordInputProps) {
  const [shown, setShown] = useState(false)
  return (
    <div className="with-act">
      <input
        className="input"
        id={id}
        name={id}
        type={shown ? 'text' : 'password'}
        autoComplete={autoComplete}
        autoCapitalize="none"
        spellCheck={false}
        aria-invalid={invalid || undefined}
        aria-describedby={describedBy}
        onInput={onType && ((event) => onType(event.currentTarget.value))}
        required
      />
      <button className="button button--small" type="button" aria-pressed={shown} onClick={() => setShown(!shown)}>
        Hiện<span className="vh"> mật khẩu</span>
      </button>
    </div>
  )
}
