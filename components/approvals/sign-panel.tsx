'use client'

import type { ReactNode } from 'react'
import { SigningForm } from '@/components/signing/signing-form'
import type { SessionActions } from '@/components/signing/use-whole-file'
import type { Result } from '@/lib/domain/result'
import type { SigningWay } from '@/lib/domain/signing/ways'

/** How the head may sign, as the server offers it. */
export type SigningActions = {
  ways: readonly SigningWay[]
  tool: string
  service: string
  start: (input: {
    batchId: string
    certificate: string
    intermediates: string[]
  }) => Promise<Result<{ attributes: string; digest: string }>>
  complete: (input: { batchId: string; signature: string }) => Promise<Result<{ count: number }>>
  sessions: SessionActions
}

type Props = SigningActions & {
  batchId: string
  count: number
  /** What the head stands by. */
  responsibility: string
  /** Server time and the paper to be signed. */
  facts: [string, ReactNode][]
}

/** Where the head signs a batch, in any of the ways this installation has. */
export function SignPanel({ batchId, count, responsibility, facts, start, complete, ...signing }: Props) {
  return (
    <SigningForm
      {...signing}
      of={{ subject: 'batch', subjectId: batchId }}
      keys={{
        start: (input) => start({ batchId, ...input }),
        complete: (input) => complete({ batchId, ...input }),
      }}
      paper={`/api/documents/approval/${batchId}`}
      vow={responsibility}
      facts={facts}
      act={`Ký duyệt ${count.toLocaleString('vi')} hồ sơ`}
      after="Ký xong, hồ sơ gửi Bộ Nội vụ ngay trong ngày. Muốn sửa lại phải mở đợt ký mới và ghi lý do."
    />
  )
}
