'use client'

import { useRouter } from 'next/navigation'
import { useRef, useState, useTransition } from 'react'
import { Button } from '@/components/ui/button'
import { Fault } from '@/components/ui/fault'
import type { Result } from '@/lib/domain/result'

type Opened = Result<{ batchId: string; count: number }>
type Props = {
  unitId: string
  open: (input: { unitId: string; kind: 'monthly' | 'adHoc'; reason?: string; period?: string }) => Promise<Opened>
  /** The words of the act: "Mở đợt tháng 11/2026: 65 hồ sơ". */
  act: string
}

/** Opens the month: freezes what is shown and leads to the page where it is signed. */
export function OpenMonth({ unitId, open, act, period, small = false }: Props & { period?: string; small?: boolean }) {
  const { run, fault, busy } = useOpening(open)
  return (
    <>
      {fault && (
        <div role="alert">
          <Fault id="open-fault">{fault}</Fault>
        </div>
      )}
      <Button
        look={small ? 'small' : 'main'}
        wide={!small}
        icon="seal"
        aria-busy={busy}
        onClick={() => run({ unitId, kind: 'monthly', ...(period !== undefined && { period }) })}
      >
        {busy ? 'Đang lập bản phê duyệt' : act}
      </Button>
    </>
  )
}

/** Opens a batch outside the month's days, with the reason the rule asks for. */
export function OpenAdHoc({ unitId, open, act, main }: Props & { main: boolean }) {
  const { run, fault, busy } = useOpening(open)
  const reason = useRef<HTMLTextAreaElement>(null)
  return (
    <form
      className="stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        run({ unitId, kind: 'adHoc', reason: reason.current?.value ?? '' })
      }}
    >
      <label htmlFor="adhoc-reason">
        Lý do ký riêng <span className="must">*</span>
        <span className="vh"> bắt buộc</span>
      </label>
      <textarea
        className="input"
        id="adhoc-reason"
        ref={reason}
        maxLength={500}
        aria-invalid={fault ? true : undefined}
        aria-describedby={fault ? 'adhoc-fault' : 'adhoc-hint'}
      />
      <p className="hint" id="adhoc-hint">
        Ví dụ: cấp hộ chiếu công vụ, nộp trước 25/11. Lý do in trên bản phê duyệt.
      </p>
      {fault && (
        <div role="alert">
          <Fault id="adhoc-fault">{fault}</Fault>
        </div>
      )}
      <p className="acts">
        <Button look={main ? 'main' : 'plain'} type="submit" aria-busy={busy}>
          {busy ? 'Đang lập bản phê duyệt' : act}
        </Button>
      </p>
    </form>
  )
}

function useOpening(open: Props['open']) {
  const router = useRouter()
  const [result, setResult] = useState<Opened | null>(null)
  const [busy, transition] = useTransition()
  const run = (input: Parameters<Props['open']>[0]) =>
    transition(async () => {
      const answer = await open(input)
      setResult(answer)
      if (answer.ok) router.push(`/approvals/${answer.value.batchId}`)
    })
  return { run, busy, fault: result && !result.ok ? (result.fields?.reason ?? result.message) : null }
}
