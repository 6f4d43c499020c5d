'use client'

import { tellLock } from '@/components/lock/lock-signal'
import { type CheckPassword, PasswordAsk } from '@/components/lock/password-ask'

export function UnlockForm({ unlock, next }: { unlock: CheckPassword; next: string }) {
  const goOn = () => {
    tellLock('open')
    window.location.assign(next)
  }
  return <PasswordAsk id="unlock-password" check={unlock} act="Mở khóa" onRight={goOn} />
}
