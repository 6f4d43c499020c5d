'use client'

import { useState, useTransition } from 'react'
import { Button } from '@/components/ui/button'
import { Fault } from '@/components/ui/fault'
import type { Result } from '@/lib/domain/result'

type Props = { batchId: string; cancel: (input: { batchId: string }) => Promise<Result<unknown>> }

/** Gives up signing, after a second press: the records go back to “đã kiểm”. */
export function CancelForm({ batchId, cancel }: Props) {
  const [asked, setAsked] = useState(false)
  const [fault, setFault] = useState<string | null>(null)
  const [busy, transition] = useTransition()
  const run = () =>
    transition(async () => {
      const result = await cancel({ batchId })
      if (!result.ok) setFault(result.message)
    })
  return (
    <>
      <div role="alert">{fault && <Fault id="cancel-fault">{fault}</Fault>}</div>
      {asked ? (
        <>
          <p>Hủy đợt này? Hồ sơ trở lại “đã kiểm”, mở đợt mới được ngay.</p>
          <p className="acts">
            <Button look="back" aria-busy={busy} onClick={run}>
              Hủy đợt ký
            </Button>
            <Button onClick={() => setAsked(false)}>Giữ lại</Button>
          </p>
        </>
      ) : (
        <p className="acts">
          <Button look="small" onClick={() => setAsked(true)}>
            Hủy đợt này
          </Button>
        </p>
      )}
    </>
  )
}
