'use client'

import { useEffect, useRef } from 'react'
import { createPortal } from 'react-dom'
import { useOutbox } from '@/components/outbox/outbox-provider'
import { tellLock } from './lock-signal'
import { type CheckPassword, PasswordAsk } from './password-ask'
import { useIdleLock } from './use-idle-lock'

type LockScreenProps = { minutes: number; person: string; unlock: CheckPassword }

/**
 * Over the page, not instead of it: what is typed stays in its fields, and can neither be read nor reached. The server is
 * locked too, so that taking this layer away opens nothing.
 */
export function LockScreen({ minutes, person, unlock }: LockScreenProps) {
  const locked = useIdleLock(minutes)
  return locked ? createPortal(<Layer minutes={minutes} person={person} unlock={unlock} />, document.body) : null
}

function Layer({ minutes, person, unlock }: LockScreenProps) {
  const outbox = useOutbox()
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    const layer = dialog.current
    document.body.classList.add('is-locked')
    layer?.showModal()
    // A browser lets go of a dialog on the second Escape.
    const again = () => layer?.isConnected && layer.showModal()
    layer?.addEventListener('close', again)
    return () => {
      layer?.removeEventListener('close', again)
      document.body.classList.remove('is-locked')
      layer?.close()
    }
  }, [])
  return (
    <dialog ref={dialog} className="lock" aria-labelledby="lock-title" onCancel={(event) => event.preventDefault()}>
      <h2 id="lock-title">Màn hình đang khóa</h2>
      <p>
        {minutes} phút không dùng. Những gì {person} đang gõ vẫn còn; gõ mật khẩu để làm tiếp.
      </p>
      <PasswordAsk
        id="unlock-password"
        check={unlock}
        act="Mở khóa"
        onRight={() => {
          tellLock('open')
          void outbox.flush()
        }}
      />
      <p className="meta mt-4">
        Không phải {person}? <a href="/sign-in">Đăng nhập tài khoản khác</a>
      </p>
    </dialog>
  )
}
