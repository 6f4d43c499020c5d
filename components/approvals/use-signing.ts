import { useRef, useState } from 'react'
import { useFresh } from '@/components/lock/fresh-provider'
import type { Result } from '@/lib/domain/result'
import { KeyProblem } from './key-problem'
import { type OpenedKey, openKey } from './open-key'

type Started = { attributes: string; digest: string; count: number }

/** The two halves of signing, as the server offers them. */
export type SigningActions = {
  start: (input: { batchId: string; certificate: string; intermediates: string[] }) => Promise<Result<Started>>
  complete: (input: { batchId: string; signature: string }) => Promise<Result<{ count: number }>>
}

export type SignFault = { at: 'vow' | 'file' | 'password' | 'whole'; message: string }
export type SignStep = 'opening' | 'preparing' | 'signing' | 'checking'
export type ShownCertificate = Pick<OpenedKey, 'subject' | 'serial' | 'notAfter'>

/**
 * Opens a key file in the page and signs a batch with it. The key lives in this page until it has signed or another file is chosen;
 * to the server go its certificate and one signature.
 */
export function useSigning(batchId: string, { start, complete }: SigningActions) {
  const key = useRef<OpenedKey | null>(null)
  const [step, setStep] = useState<SignStep | null>(null)
  const [fault, setFault] = useState<SignFault | null>(null)
  const fresh = useFresh()
  const [certificate, setCertificate] = useState<ShownCertificate | null>(null)

  const forget = () => {
    key.current = null
    setCertificate(null)
    setFault(null)
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
    const { attributes, digest } = valueIn(await fresh(() => start({ batchId, certificate, intermediates })))
    setStep('signing')
    const signature = opened.sign(bytesOf(attributes), digest)
    setStep('checking')
    valueIn(await fresh(() => complete({ batchId, signature })))
    key.current = null
  }

  /** Does it, and puts what went wrong into words. Answers whether it went well. */
  const attempt = async (work: () => Promise<unknown>): Promise<boolean> => {
    setFault(null)
    try {
      await work()
      return true
    } catch (problem) {
      setFault(faultOf(problem))
      return false
    } finally {
      setStep(null)
    }
  }

  return { step, fault, certificate, forget, open, sign, attempt }
}

export class Wrong extends Error {
  constructor(
    readonly at: SignFault['at'],
    message: string,
  ) {
    super(message)
  }
}

function valueIn<T>(result: Result<T>): T {
  if (!result.ok) throw new Wrong('whole', result.message)
  return result.value
}

function faultOf(problem: unknown): SignFault {
  if (problem instanceof Wrong) return { at: problem.at, message: problem.message }
  if (problem instanceof KeyProblem) return { at: PLACES[problem.code] ?? 'file', message: problem.message }
  return { at: 'whole', message: 'Chưa rõ chữ ký đã đến nơi hay chưa. Tải lại trang để xem đợt này đã ký chưa.' }
}

const PLACES: Partial<Record<KeyProblem['code'], SignFault['at']>> = {
  wrongPassword: 'password',
  digestDiffers: 'whole',
}

const bytesOf = (base64: string) => Uint8Array.from(atob(base64), (character) => character.charCodeAt(0))
