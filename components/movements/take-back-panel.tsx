'use client'

import { useRouter } from 'next/navigation'
import { RefusedForm } from '@/components/people/refused-form'
import { useAct } from '@/components/people/use-act'
import { Button } from '@/components/ui/button'
import { Panel } from '@/components/ui/panel'
import type { Result } from '@/lib/domain/result'

type TakeBackProps = {
  movementId: string
  referrers: readonly string[]
  takeBack: (input: { movementId: string }) => Promise<Result<unknown>>
}

/** Taken back in one click while nothing refers to the result; otherwise what does. */
export function TakeBackPanel({ movementId, referrers, takeBack }: TakeBackProps) {
  const router = useRouter()
  const { run, busy, refused } = useAct(takeBack)
  if (referrers.length > 0) {
    return (
      <Panel title="Không hoàn tác được nữa">
        <ul>
          {referrers.map((what) => (
            <li key={what}>{what}</li>
          ))}
        </ul>
      </Panel>
    )
  }
  return (
    <Panel title="Hoàn tác">
      <RefusedForm refused={refused} labels={{}} />
      <p>Chưa có gì dựa vào kết quả. Nơi công tác, trạng thái, vai trò và tài khoản trở lại như trước.</p>
      <p className="acts">
        <Button look="back" onClick={() => run({ movementId }, () => router.refresh())} aria-busy={busy}>
          Hoàn tác việc này
        </Button>
      </p>
    </Panel>
  )
}
