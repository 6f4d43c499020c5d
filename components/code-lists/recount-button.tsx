'use client'

import { useRouter } from 'next/navigation'
import { useAct } from '@/components/people/use-act'
import { Button } from '@/components/ui/button'
import { Fault } from '@/components/ui/fault'
import type { Result } from '@/lib/domain/result'

type Props = { list: string; recount: (input: { list: string }) => Promise<Result<unknown>> }

/** Counts anew over all records: some seconds. */
export function RecountButton({ list, recount }: Props) {
  const router = useRouter()
  const { run, busy, refused } = useAct(recount)
  return (
    <>
      <Button look="small" aria-busy={busy} onClick={() => run({ list }, () => router.refresh())}>
        {busy ? 'Đang đếm' : 'Đếm nơi dùng'}
      </Button>
      {refused && <Fault id="recount-fault">{refused.message}</Fault>}
    </>
  )
}
