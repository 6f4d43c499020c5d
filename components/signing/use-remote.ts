import { useRef, useState } from 'react'
import { useFresh } from '@/components/lock/fresh-provider'
import { valueIn, Wrong } from './sign-fault'
import type { SignStep } from './use-attempt'
import { type SessionActions, type SigningOf, settle } from './use-whole-file'

/** Signing by a service that asks the signer's telephone; what is shown there can be compared with `code`. */
export function useRemote(of: SigningOf, actions: SessionActions, setStep: (step: SignStep) => void) {
  const fresh = useFresh()
  const [code, setCode] = useState<string | null>(null)
  const giveUp = useRef<AbortController | null>(null)

  const signRemotely = async (account: string | null) => {
    if (account === '') throw new Wrong('account', 'Ghi tài khoản ký số từ xa, ví dụ số căn cước.')
    setStep('fetching')
    const { sessionId, code } = valueIn(await fresh(() => actions.remote({ ...of, account })))
    const stop = new AbortController()
    giveUp.current = stop
    setCode(code)
    setStep('onPhone')
    try {
      await settle(sessionId, actions, stop.signal, () => setStep('checking'))
      if (stop.signal.aborted) throw new Wrong('whole', 'Đã thôi ký lần này. Chưa có gì được ký.')
    } finally {
      setCode(null)
      giveUp.current = null
      await actions.close({ sessionId })
    }
  }

  return { signRemotely, code, giveUpRemote: () => giveUp.current?.abort() }
}
