import { useRef, useState } from 'react'
import { type OpenedKey, openKey } from '@/components/approvals/open-key'
import { useFresh } from '@/components/lock/fresh-provider'
import type { Result } from '@/lib/domain/result'
import { valueIn, Wrong } from './sign-fault'
import type { SignStep } from './use-attempt'

type Started = { attributes: string; digest: string }

/** The two halves of signing a hash, as the server offers them. */
export type KeyActions = {
  start: (input: { certificate: string; intermediates: string[] }) => Promise<Result<Started>>
  complete: (input: { signature: string }) => Promise<Result<unknown>>
}

export type ShownCertificate = Pick<OpenedKey, 'subject' | 'serial' | 'notAfter'>

/**
 * Opens a key file in the page and signs with it. The key lives in this page until it has signed or another file is chosen; to the
 * server go its certificate and one signature.
 */
export function useKeyFile({ start, complete }: KeyActions, setStep: (step: SignStep) => void) {
  const key = useRef<OpenedKey | null>(null)
  const fresh = useFresh()
  const [certificate, setCertificate] = useState<ShownCertificate | null>(null)

  const forget = () => {
    key.current = null
    setCertificate(null)
  }

  const open = async (file: File | undefined, password: string): Promise<OpenedKey> => {
    if (key.current) return key.current
    if (!file) throw new Wrong('file', 'Chọn tệp khóa .p12 của Anh/Chị.')
    if (password === '') throw new Wrong('password', 'Gõ mật khẩu của tệp khóa.')
    setStep('opening')
    const opened = await openKey(await file.arrayBuffer(), password)
    key.current = opened
    setCertificate({ subject: opened.subject, serial: opened.serial, notAfter: opened.notAfter })
    return opened
  }

  const sign = async (opened: OpenedKey) => {
    setStep('preparing')
    const { certificate, intermediates } = opened
    const { attributes, digest } = valueIn(await fresh(() => start({ certificate, intermediates })))
    setStep('signing')
    const signature = opened.sign(bytesOf(attributes), digest)
    setStep('checking')
    valueIn(await fresh(() => complete({ signature })))
    key.current = null
  }

  return { certificate, forget, open, sign }
}

const bytesOf = (base64: string) => Uint8Array.from(atob(base64), (character) => character.charCodeAt(0))
