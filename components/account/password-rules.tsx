'use client'

import { Icon } from '@/components/ui/icon'
import type { PasswordFigures } from '@/lib/domain/password-figures'
import { type PasswordOwner, passwordRules } from '@/lib/domain/password-policy'

type PasswordRulesProps = { id: string; owner: PasswordOwner; figures: PasswordFigures; typed: string }

/** The rules, ticked off while one types. The server judges by the same ones, and by the passwords of before. */
export function PasswordRules({ id, owner, figures, typed }: PasswordRulesProps) {
  const text = typed.normalize('NFKC')
  const kept = (faults: string[]) => text !== '' && faults.length === 0
  return (
    <ul className="hint rules" id={id}>
      {passwordRules(owner, figures).map(({ words, known = true, faultsOf }) => {
        const done = known && kept(faultsOf(text))
        return (
          <li key={words} data-kept={done || undefined}>
            <Icon name={done ? 'check' : 'ring'} small />
            <span>
              {words}
              {done && <span className="vh"> (đạt)</span>}
            </span>
          </li>
        )
      })}
      <li>
        <Icon name="clock" small />
        <span>Không trùng {figures.remembered} mật khẩu gần nhất; hệ thống so khi đổi</span>
      </li>
    </ul>
  )
}
