'use client'

import { useRouter } from 'next/navigation'
import type { FormEvent } from 'react'
import { readForm } from '@/components/people/read-form'
import { useAct } from '@/components/people/use-act'
import { Button } from '@/components/ui/button'
import { Fault } from '@/components/ui/fault'
import type { Result } from '@/lib/domain/result'

type AskOneProps = {
  recordId: string
  purposes: readonly { code: string; title: string }[]
  ask: (input: { recordId: string; purpose: string }) => Promise<Result<unknown>>
}

/** Asks about one person; the answer comes in a few seconds. */
export function AskOne({ recordId, purposes, ask }: AskOneProps) {
  const router = useRouter()
  const { run, busy, refused } = useAct(ask)
  const submit = (event: FormEvent<HTMLFormElement>) =>
    run({ recordId, purpose: readForm(event).word('purpose') }, () => router.refresh())
  return (
    <form onSubmit={submit} className="stack" noValidate>
      <label htmlFor="population-purpose">Mục đích đối chiếu dân cư</label>
      <select className="input input--choice" id="population-purpose" name="purpose">
        {purposes.map(({ code, title }) => (
          <option key={code} value={code}>
            {title}
          </option>
        ))}
      </select>
      {refused && <Fault id="population-fault">{refused.message}</Fault>}
      <p className="acts">
        <Button look="small" icon="sync" type="submit" aria-busy={busy}>
          {busy ? 'Đang hỏi' : 'Đối chiếu ngay'}
        </Button>
      </p>
    </form>
  )
}
