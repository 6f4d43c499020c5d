'use client'

import { createContext, type ReactNode, useContext, useRef, useState } from 'react'
import { createPortal } from 'react-dom'
import { Button } from '@/components/ui/button'
import type { Result } from '@/lib/domain/result'
import { tellLock } from './lock-signal'
import { type CheckPassword, PasswordAsk } from './password-ask'

type Act = <T>(act: () => Promise<Result<T>>) => Promise<Result<T>>

const FreshContext = createContext<Act>((act) => act())
/** Asks the server whether the password was given lately. */
const AskContext = createContext<() => Promise<Result<null>>>(async () => ({ ok: true, value: null }))

/**
 * Does an act, and when the server wants the password again, asks for it over the page and does the same once more. Who
 * declines gets the refusal. Every form that goes through `useAct` has it already.
 */
export const useFresh = () => useContext(FreshContext)

/** The same for a file: answers whether it may be fetched now. */
export function useMayFetch() {
  const [fresh, ask] = [useFresh(), useContext(AskContext)]
  return async () => (await fresh(ask)).ok
}

type FreshProviderProps = { prove: CheckPassword; ask: () => Promise<Result<null>>; children: ReactNode }

/** Where the question stands, once for all pages. */
export function FreshProvider({ prove, ask: asked, children }: FreshProviderProps) {
  const [asking, setAsking] = useState(false)
  const answer = useRef<(given: boolean) => void>(() => {})
  const ask = () =>
    new Promise<boolean>((resolve) => {
      answer.current = resolve
      setAsking(true)
    })
  const settle = (given: boolean) => {
    setAsking(false)
    answer.current(given)
  }
  const act: Act = async (work) => {
    const result = await work()
    if (!result.ok && result.code === 'sessionLocked') tellLock('locked')
    if (result.ok || result.code !== 'reauthenticationNeeded') return result
    return (await ask()) ? act(work) : result
  }
  return (
    <FreshContext value={act}>
      <AskContext value={asked}>{children}</AskContext>
      {asking &&
        createPortal(
          <dialog ref={opened} className="question" aria-labelledby="prove-title" onClose={() => settle(false)}>
            <h2 id="prove-title">Gõ lại mật khẩu để làm tiếp</h2>
            <p>Để chắc là Anh/Chị đang ngồi máy. Không hỏi lại trong vài phút tới.</p>
            <PasswordAsk id="prove-password" check={prove} act="Tiếp tục" onRight={() => settle(true)}>
              <Button onClick={() => settle(false)}>Để sau</Button>
            </PasswordAsk>
          </dialog>,
          document.body,
        )}
    </FreshContext>
  )
}

const opened = (dialog: HTMLDialogElement | null) => dialog?.showModal()
