'use client'

import { useRouter } from 'next/navigation'
import { useAct } from '@/components/people/use-act'
import { Button } from '@/components/ui/button'
import type { Result } from '@/lib/domain/result'

type Start = (request: { kind: 'exchange.reconcile'; input: object }) => Promise<Result<string>>

/** Asks for a comparison; the page of long work shows how far it is. */
export function ReconcileNow({ start }: { start: Start }) {
  const router = useRouter()
  const { run, busy, refused } = useAct(start)
  return (
    <>
      <Button
        icon="sync"
        aria-busy={busy}
        onClick={() => run({ kind: 'exchange.reconcile', input: {} }, () => router.push('/jobs'))}
      >
        Đối soát ngay
      </Button>
      <span className="meta" role="status">
        {refused?.message}
      </span>
    </>
  )
}
