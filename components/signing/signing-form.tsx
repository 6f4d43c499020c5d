'use client'

import { useRouter } from 'next/navigation'
import { type FormEvent, type ReactNode, useRef } from 'react'
import { KeyFields } from '@/components/approvals/key-fields'
import { Button } from '@/components/ui/button'
import { Facts } from '@/components/ui/facts'
import { Fault } from '@/components/ui/fault'
import { sayDay } from '@/lib/domain/calendar'
import type { SigningWay } from '@/lib/domain/signing/ways'
import { RemoteFields } from './remote-fields'
import { type SignFault, Wrong } from './sign-fault'
import { STEP_WORDS, useAttempt } from './use-attempt'
import { type KeyActions, type ShownCertificate, useKeyFile } from './use-key-file'
import { useLastWay } from './use-last-way'
import { useRemote } from './use-remote'
import { type SessionActions, type SigningOf, useWholeFile } from './use-whole-file'
import { WayChoice } from './way-choice'
import { ToolNote, UploadField } from './whole-file-fields'

export type SigningFormProps = {
  of: SigningOf
  ways: readonly SigningWay[]
  /** Where the tool on this machine listens. */
  tool: string
  /** The remote service, as people know it. */
  service: string
  /** Whether one's account there is still to be asked for. */
  asksAccount?: boolean | undefined
  keys: KeyActions
  sessions: SessionActions
  /** Where the paper to sign can be taken away. */
  paper: string
  /** What the signer stands by; asked for before anything is signed. */
  vow?: string | undefined
  facts: [string, ReactNode][]
  /** What the button says, and what follows. */
  act: string
  after: string
}

/**
 * Where one signs, whatever the paper and the way: a key file opened in this page (neither it nor its password is sent; the inputs have
 * no names, so that no form can carry them), the tool on this machine, or a file signed elsewhere.
 */
export function SigningForm(props: SigningFormProps) {
  const { of, ways, tool, service, asksAccount = false, keys, sessions, paper, vow, facts, act, after } = props
  const router = useRouter()
  const { way, choose } = useLastWay(ways)
  const { step, setStep, fault, setFault, attempt } = useAttempt()
  const { certificate, forget, open, sign } = useKeyFile(keys, setStep)
  const whole = useWholeFile(of, sessions, setStep)
  const { signRemotely, code, giveUpRemote } = useRemote(of, sessions, setStep)
  const form = useRef<HTMLFormElement>(null)
  const input = (id: string) => form.current?.querySelector<HTMLInputElement>(`#${id}`)

  const openKey = async () => {
    const password = input('key-password')
    const key = await open(input('key-file')?.files?.[0], password?.value ?? '')
    if (password) password.value = ''
    return key
  }
  const signNow = async () => {
    if (vow && !input('vow')?.checked) throw new Wrong('vow', 'Đọc lời chịu trách nhiệm rồi đánh dấu vào ô đồng ý.')
    if (way === 'vgca') return whole.signWithTool(tool)
    if (way === 'upload') return whole.signUploaded(input('signed-file')?.files?.[0])
    if (way === 'remote') return signRemotely(asksAccount ? (input('remote-account')?.value.trim() ?? '') : null)
    return sign(await openKey())
  }
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (step || !(await attempt(signNow))) return
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
      {vow && <Vow text={vow} fault={at('vow')} />}
      <WayChoice ways={ways} chosen={way} choose={choose} />
      {way === 'keyFile' && (
        <KeyFields
          faults={{ file: at('file'), password: at('password') }}
          isOpen={certificate !== null}
          onFile={forgetKey}
          show={() => void attempt(openKey)}
        />
      )}
      {way === 'keyFile' && certificate && <Facts of={factsOf(certificate)} />}
      {way === 'vgca' && <ToolNote />}
      {way === 'upload' && <UploadField paper={paper} fault={at('signedFile')} />}
      {way === 'remote' && (
        <RemoteFields service={service} asksAccount={asksAccount} fault={at('account')} code={code} />
      )}
      <Facts of={facts} />
      <Said id="sign-fault">{at('whole')}</Said>
      <Button look="main" wide icon="seal" type="submit" aria-busy={step !== null}>
        {step ? STEP_WORDS[step] : act}
      </Button>
      {(step === 'inTool' || step === 'onPhone') && (
        <p className="acts">
          <Button look="small" onClick={step === 'inTool' ? whole.giveUp : giveUpRemote}>
            Thôi ký lần này
          </Button>
        </p>
      )}
      <p className="vh" role="status">
        {step && STEP_WORDS[step]}
      </p>
      <p className="meta">{after}</p>
    </form>
  )
}

function Vow({ text, fault }: { text: string; fault: string | null }) {
  return (
    <div>
      <b>Tôi chịu trách nhiệm</b>
      <p className="vow-text">{text}</p>
      <label className="choice">
        <input type="checkbox" id="vow" aria-describedby={fault ? 'vow-fault' : undefined} />
        Tôi đã đọc và đồng ý
      </label>
      <Said id="vow-fault">{fault}</Said>
    </div>
  )
}

const factsOf = ({ subject, serial, notAfter }: ShownCertificate): [string, string][] => [
  ['Chứng thư của', subject],
  ['Số', serial],
  ['Hạn dùng', sayDay(notAfter.toISOString().slice(0, 10))],
]

function Said({ id, children }: { id: string; children: string | null }) {
  return <div role="alert">{children && <Fault id={id}>{children}</Fault>}</div>
}
