'use client'

import { useRouter } from 'next/navigation'
import { useState, useTransition } from 'react'
import { Button } from '@/components/ui/button'
import type { Result } from '@/lib/domain/result'

/** Takes a submission back while nobody has checked it. */
export function WithdrawButton({ withdraw }: { withdraw: () => Promise<Result<unknown>> }) {
  const router = useRouter()
  const [refused, setRefused] = useState<string | null>(null)
  const [busy, start] = useTransition()
  const onClick = () =>
    start(async () => {
      const result = await withdraw()
      setRefused(result.ok ? null : result.message)
      router.refresh()
    })
  return (
    <>
      {refused && (
        <p className="bad" role="alert">
          {refused}
        </p>
      )}
      <Button look="back" icon="back" onClick={onClick} aria-busy={busy}>
        Rút lại
      </Button>
    </>
  )
}
