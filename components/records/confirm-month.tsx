'use client'

import { useRouter } from 'next/navigation'
import { useState, useTransition } from 'react'
import { Button } from '@/components/ui/button'
import type { Result } from '@/lib/domain/result'

type ConfirmMonthProps = {
  month: number
  /** What the person stands by. */
  words: string
  confirm: () => Promise<Result<unknown>>
}

/** “Không có gì thay đổi”: the first click shows what one stands by, the second keeps it. */
export function ConfirmMonth({ month, words, confirm }: ConfirmMonthProps) {
  const router = useRouter()
  const [open, setOpen] = useState(false)
  const [refused, setRefused] = useState<string | null>(null)
  const [busy, start] = useTransition()
  const onConfirm = () =>
    start(async () => {
      const result = await confirm()
      setRefused(result.ok ? null : result.message)
      if (result.ok) router.refresh()
    })
  if (!open)
    return (
      <Button look="main" icon="check" onClick={() => setOpen(true)}>
        Không có gì thay đổi
      </Button>
    )
  return (
    <fieldset className="confirm" aria-label={`Xác nhận tháng ${month}`}>
      <p id="confirm-words">{words}</p>
      {refused && (
        <p className="bad" role="alert">
          {refused}
        </p>
      )}
      <span className="acts">
        <Button onClick={() => setOpen(false)}>Để sau</Button>
        <Button look="main" autoFocus aria-describedby="confirm-words" onClick={onConfirm} aria-busy={busy}>
          Xác nhận tháng {month}
        </Button>
      </span>
    </fieldset>
  )
}
