'use client'

import { useRouter } from 'next/navigation'
import type { FormEvent } from 'react'
import { TextRow } from '@/components/people/text-row'
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
    <form onSubmit={submit} noValidate>
      <div role="alert">{refused && !fields.reason && <Fault id="refuse-fault">{refused.message}</Fault>}</div>
      <TextRow id="reason" label="Không cấp, vì" fault={fields.reason} />
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
