'use client'

import { useRouter } from 'next/navigation'
import type { FormEvent } from 'react'
import { useAct } from '@/components/people/use-act'
import { Button } from '@/components/ui/button'
import { Fault } from '@/components/ui/fault'
import type { Result } from '@/lib/domain/result'

type RefuseProps = {
  exportId: string
  refuse: (input: { exportId: string; reason: string }) => Promise<Result<unknown>>
}

/** Says no, with the reason the asking person reads. */
export function RefuseForm({ exportId, refuse }: RefuseProps) {
  const router = useRouter()
  const { run, busy, refused, fields } = useAct(refuse)
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const reason = String(new FormData(event.currentTarget).get('reason') ?? '')
    run({ exportId, reason }, () => router.refresh())
  }
  return (
    <form onSubmit={submit} className="stack" noValidate>
      <label htmlFor="reason">Không cấp, vì</label>
      <textarea
        className="input"
        id="reason"
        name="reason"
        rows={2}
        maxLength={500}
        aria-invalid={refused ? true : undefined}
        aria-describedby={refused ? 'reason-fault' : undefined}
      />
      <div role="alert">{refused && <Fault id="reason-fault">{fields.reason ?? refused.message}</Fault>}</div>
      <p className="acts">
        <Button look="back" type="submit" aria-busy={busy}>
          Không cấp
        </Button>
      </p>
    </form>
  )
}

type CancelProps = { exportId: string; cancel: (input: { exportId: string }) => Promise<Result<unknown>> }

/** Takes the request back. */
export function CancelRequest({ exportId, cancel }: CancelProps) {
  const router = useRouter()
  const { run, busy, refused } = useAct(cancel)
  return (
    <>
      <div role="alert">{refused && <Fault id="cancel-fault">{refused.message}</Fault>}</div>
      <p className="acts">
        <Button look="small" aria-busy={busy} onClick={() => run({ exportId }, () => router.refresh())}>
          Rút lại đề nghị
        </Button>
      </p>
    </>
  )
}
