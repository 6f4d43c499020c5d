'use client'

import { type FormEvent, type ReactNode, useId, useState, useTransition } from 'react'
import { createPortal } from 'react-dom'
import { useOutbox } from '@/components/outbox/outbox-provider'
import { Button } from '@/components/ui/button'

type SignOutFormProps = { signOut: () => Promise<void>; className?: string | undefined; children: ReactNode }

/** Leaving empties this device of the account's words; while some have not reached the server, it is asked first. */
export function SignOutForm({ signOut, className, children }: SignOutFormProps) {
  const outbox = useOutbox()
  const [unsent, setUnsent] = useState(0)
  const [fault, setFault] = useState('')
  const [busy, start] = useTransition()
  const id = useId()
  const leave = () =>
    start(async () => {
      setFault('')
      if (!navigator.onLine) return setFault(NO_LINE)
      // Emptied first: nothing may stay behind when the answer does not come back.
      await outbox.clear()
      await signOut()
    })
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    await outbox.leave()
    const waiting = (await outbox.reread()).length
    setUnsent(waiting)
    if (waiting === 0) leave()
  }
  return (
    <form action={signOut} onSubmit={submit} className={className}>
      {children}
      {unsent > 0 &&
        createPortal(
          <dialog ref={opened} className="question" aria-labelledby={id} onClose={() => setUnsent(0)}>
            <h2 id={id}>{unsent} thay đổi chưa lên máy chủ</h2>
            <p>Đăng xuất thì các thay đổi này bị xóa khỏi máy, để người dùng máy sau không thấy.</p>
            {fault && <p role="alert">{fault}</p>}
            <p className="acts">
              <Button look="main" onClick={() => setUnsent(0)}>
                Ở lại để gửi
              </Button>
              <Button look="back" onClick={leave} aria-busy={busy}>
                Bỏ {unsent} thay đổi và đăng xuất
              </Button>
            </p>
          </dialog>,
          document.body,
        )}
    </form>
  )
}

const NO_LINE = 'Chưa nối được máy chủ nên chưa đăng xuất. Có mạng thì bấm lại.'

const opened = (dialog: HTMLDialogElement | null) => dialog?.showModal()
