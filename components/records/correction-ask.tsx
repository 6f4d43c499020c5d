'use client'

import { useRouter } from 'next/navigation'
import { useEffect, useRef, useState } from 'react'
import { useAct } from '@/components/people/use-act'
import { Button } from '@/components/ui/button'
import { Fault } from '@/components/ui/fault'
import { correctionWords } from '@/lib/domain/correction-words'
import { type Corrections, useCorrection } from './corrections-context'

type Named = { code: string; label: string }

/** At a field the unit or the system owns: how a request stands, and the way to make one. */
export function CorrectionAsk({ code, label }: Named) {
  const { request, ask, withdraw } = useCorrection(code)
  const [open, setOpen] = useState(false)
  const opener = useRef<HTMLButtonElement>(null)
  if (ask === null || withdraw === null) return null
  const leave = () => {
    setOpen(false)
    requestAnimationFrame(() => opener.current?.focus())
  }
  return (
    <div className="correction">
      {request && (
        <p className="hint" role="status">
          {correctionWords(request)}
        </p>
      )}
      {request?.state === 'open' ? (
        <Withdraw withdraw={() => withdraw(request.id)} />
      ) : open ? (
        <AskForm code={code} label={label} ask={ask} onDone={leave} />
      ) : (
        <button type="button" className="plain link" ref={opener} onClick={() => setOpen(true)}>
          Đề nghị sửa<span className="vh"> {label}</span>
        </button>
      )}
    </div>
  )
}

function Withdraw({ withdraw }: { withdraw: () => ReturnType<NonNullable<Corrections['withdraw']>> }) {
  const router = useRouter()
  const { run, busy, refused } = useAct(withdraw)
  return (
    <>
      {refused && <Fault id="withdraw-fault">{refused.message}</Fault>}
      <button
        type="button"
        className="plain link"
        aria-busy={busy}
        onClick={() => run(undefined, () => router.refresh())}
      >
        Rút đề nghị
      </button>
    </>
  )
}

type AskFormProps = Named & { ask: NonNullable<Corrections['ask']>; onDone: () => void }

function AskForm({ code, label, ask, onDone }: AskFormProps) {
  const router = useRouter()
  const { run, busy, refused, fields } = useAct(ask)
  const wrong = useRef<HTMLTextAreaElement>(null)
  const proposed = useRef<HTMLInputElement>(null)
  useEffect(() => wrong.current?.focus(), [])
  const send = () =>
    run({ code, wrong: wrong.current?.value ?? '', proposed: proposed.current?.value ?? '' }, () => {
      router.refresh()
      onDone()
    })
  const id = `ask-${code}`
  return (
    <fieldset aria-label={`Đề nghị sửa ${label}`}>
      <label htmlFor={`${id}-wrong`}>Sai ở đâu</label>
      <textarea
        className="input"
        id={`${id}-wrong`}
        ref={wrong}
        rows={2}
        aria-invalid={fields.wrong !== undefined || undefined}
        aria-describedby={fields.wrong && `${id}-wrong-fault`}
      />
      {fields.wrong && <Fault id={`${id}-wrong-fault`}>{fields.wrong}</Fault>}
      <label htmlFor={`${id}-proposed`}>Đúng phải là</label>
      <input
        className="input"
        id={`${id}-proposed`}
        ref={proposed}
        autoComplete="off"
        aria-invalid={fields.proposed !== undefined || undefined}
        aria-describedby={fields.proposed && `${id}-proposed-fault`}
        onKeyDown={(event) => {
          // The form around would save its section instead.
          if (event.key !== 'Enter' || event.nativeEvent.isComposing) return
          event.preventDefault()
          send()
        }}
      />
      {fields.proposed && <Fault id={`${id}-proposed-fault`}>{fields.proposed}</Fault>}
      {refused && Object.keys(fields).length === 0 && <Fault id={`${id}-fault`}>{refused.message}</Fault>}
      <span className="acts">
        <Button look="small" icon="up" onClick={send} aria-busy={busy}>
          Gửi cán bộ hồ sơ
        </Button>
        <Button look="small" onClick={onDone}>
          Thôi
        </Button>
      </span>
    </fieldset>
  )
}
