'use client'

import { useRouter } from 'next/navigation'
import { type FormEvent, useId, useState } from 'react'
import { Button } from '@/components/ui/button'
import { ErrorsSummary } from '@/components/ui/errors-summary'
import type { Result } from '@/lib/domain/result'
import { useAct } from './use-act'

type ReasonAskProps = { ask: string; label: string; act: (reason: string) => Promise<Result<unknown>> }

/** A button for what wants a reason: the reason is asked on the spot. */
export function ReasonAsk({ ask, label, act }: ReasonAskProps) {
  const router = useRouter()
  const { run, busy, refused, fields } = useAct(act)
  const [asking, setAsking] = useState(false)
  const id = useId()
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    run(String(new FormData(event.currentTarget).get('reason') ?? ''), () => {
      setAsking(false)
      router.refresh()
    })
  }
  if (!asking) {
    return (
      <p className="acts mt-2">
        <Button look="small" onClick={() => setAsking(true)}>
          {ask}
        </Button>
      </p>
    )
  }
  return (
    <form onSubmit={submit} className="take mt-2" noValidate>
      {refused && <ErrorsSummary key={refused.message} title={fields.reason ?? refused.message} />}
      <label htmlFor={id}>{label}</label>
      <input className="input" id={id} name="reason" autoComplete="off" />
      <Button look="back" type="submit" aria-busy={busy}>
        {ask}
      </Button>
    </form>
  )
}
