'use client'

import { useRouter } from 'next/navigation'
import { type FormEvent, type ReactNode, useRef } from 'react'
import { KeyFields } from '@/components/approvals/key-fields'
import { Button } from '@/components/ui/button'
import { Facts } from '@/components/ui/facts'
import { Fault } from '@/components/ui/fault'
import { sayDay } from '@/lib/domain/calendar'
import { type SignFault, Wrong } from './sign-fault'
import { STEP_WORDS, useAttempt } from './use-attempt'
import { type KeyActions, useKeyFile } from './use-key-file'

type Props = {
  keys: KeyActions
  /** What the signer stands by. */
  vow: string
  facts: [string, ReactNode][]
  act: string
  after: string
}

/** Where one signs with a key file opened in this page; neither it nor its password is sent, and the inputs have no names. */
export function KeyForm({ keys, vow, facts, act, after }: Props) {
  const router = useRouter()
  const { step, setStep, fault, setFault, attempt } = useAttempt()
  const { certificate, forget, open, sign } = useKeyFile(keys, setStep)
  const form = useRef<HTMLFormElement>(null)
  const input = (id: string) => form.current?.querySelector<HTMLInputElement>(`#${id}`)
  const openKey = async () => {
    const password = input('key-password')
    const key = await open(input('key-file')?.files?.[0], password?.value ?? '')
    if (password) password.value = ''
    return key
  }
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const signed =
      !step &&
      (await attempt(async () => {
        if (!input('vow')?.checked) throw new Wrong('vow', 'Đọc lời chịu trách nhiệm rồi đánh dấu vào ô đồng ý.')
        await sign(await openKey())
      }))
    if (!signed) return
    form.current?.reset()
    router.refresh()
  }
  const at = (place: SignFault['at']) => (fault?.at === place ? fault.message : null)
  const forgetKey = () => {
    forget()
    setFault(null)
  }
  return (
    <form ref={form} onSubmit={submit} noValidate>
      <p className="vow-text">{vow}</p>
      <label className="choice">
        <input type="checkbox" id="vow" aria-describedby={at('vow') ? 'vow-fault' : undefined} />
        Tôi đã đọc và đồng ý
      </label>
      <Said id="vow-fault">{at('vow')}</Said>
      <KeyFields
        faults={{ file: at('file'), password: at('password') }}
        isOpen={certificate !== null}
        onFile={forgetKey}
        show={() => void attempt(openKey)}
      />
      {certificate && (
        <Facts
          of={[
            ['Chứng thư của', certificate.subject],
            ['Số', certificate.serial],
            ['Hạn dùng', sayDay(certificate.notAfter.toISOString().slice(0, 10))],
          ]}
        />
      )}
      <Facts of={facts} />
      <Said id="sign-fault">{at('whole')}</Said>
      <Button look="main" wide icon="seal" type="submit" aria-busy={step !== null}>
        {step ? STEP_WORDS[step] : act}
      </Button>
      <p className="vh" role="status">
        {step && STEP_WORDS[step]}
      </p>
      <p className="meta">{after}</p>
    </form>
  )
}

function Said({ id, children }: { id: string; children: string | null }) {
  return <div role="alert">{children && <Fault id={id}>{children}</Fault>}</div>
}
