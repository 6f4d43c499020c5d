'use client'

import { useState } from 'react'
import { Fault } from '@/components/ui/fault'
import { PasswordInput } from '@/components/ui/password-input'
import type { PasswordFigures } from '@/lib/domain/password-figures'
import type { PasswordOwner } from '@/lib/domain/password-policy'
import type { FieldErrors } from '@/lib/domain/refusal'
import { PasswordRules } from './password-rules'

type Field = { id: string; label: string; autoComplete: 'current-password' | 'new-password' }

/** A new password, twice. */
export const NEW_PASSWORD = [
  { id: 'wanted', label: 'Mật khẩu mới', autoComplete: 'new-password' },
  { id: 'repeated', label: 'Gõ lại mật khẩu mới', autoComplete: 'new-password' },
] as const satisfies readonly Field[]

type PasswordFieldsProps = {
  fields: readonly Field[]
  faults: FieldErrors
  owner: PasswordOwner
  figures: PasswordFigures
}

/** Passwords one under the other; the rules stand below the new one and are ticked off while it is typed. */
export function PasswordFields({ fields, faults, owner, figures }: PasswordFieldsProps) {
  const [typed, setTyped] = useState('')
  return fields.map(({ id, label, autoComplete }) => (
    <div className="field" key={id}>
      <label htmlFor={id}>{label}</label>
      <PasswordInput
        id={id}
        autoComplete={autoComplete}
        invalid={Boolean(faults[id])}
        describedBy={[faults[id] && `${id}-fault`, id === 'wanted' && 'rules'].filter(Boolean).join(' ')}
        onType={id === 'wanted' ? setTyped : undefined}
      />
      {faults[id] && <Fault id={`${id}-fault`}>{faults[id]}</Fault>}
      {id === 'wanted' && <PasswordRules id="rules" owner={owner} figures={figures} typed={typed} />}
    </div>
  ))
}

/** The faults as lines above the form. */
export const errorsOf = (fields: readonly Pick<Field, 'id' | 'label'>[], faults: FieldErrors) =>
  fields.flatMap(({ id, label }) => (faults[id] ? [{ field: id, message: `${label}: ${faults[id]}` }] : []))
