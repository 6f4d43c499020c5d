'use client'

import { useState, useTransition } from 'react'
import { Button } from '@/components/ui/button'
import { Fault } from '@/components/ui/fault'
import type { Result } from '@/lib/domain/result'

type Checked = Result<{ valid: boolean; reasons: string[] }>
type Props = { batchId: string; recheck: (input: { batchId: string }) => Promise<Checked> }

/** Has the signature, and the stored records under it, judged anew. */
export function RecheckButton({ batchId, recheck }: Props) {
  const [result, setResult] = useState<Checked | null>(null)
  const [busy, transition] = useTransition()
  const run = () => transition(async () => setResult(await recheck({ batchId })))
  const faults = result && (result.ok ? result.value.reasons : [result.message])
  return (
    <>
      <p className="acts">
        <Button aria-busy={busy} onClick={run}>
          {busy ? 'Đang kiểm' : 'Kiểm lại'}
        </Button>
      </p>
      <div role="status">
        {result?.ok && result.value.valid && <p className="good">Chữ ký hợp lệ, hồ sơ đang lưu đúng như đã ký.</p>}
        {faults?.map((fault) => (
          <Fault key={fault} id="recheck-fault">
            {fault}
          </Fault>
        ))}
      </div>
    </>
  )
}
