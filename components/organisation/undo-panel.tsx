'use client'

import Link from 'next/link'
import { useRouter } from 'next/navigation'
import { RefusedForm } from '@/components/people/refused-form'
import { useAct } from '@/components/people/use-act'
import { Button, ButtonLink } from '@/components/ui/button'
import { Panel } from '@/components/ui/panel'
import type { Result } from '@/lib/domain/result'

type UndoPanelProps = {
  operationId: string
  referrers: readonly { what: string; href: string | null }[]
  hasReverse: boolean
  undo: (input: { operationId: string }) => Promise<Result<{ operationId: string }>>
}

/** Taken back in one click while nothing refers to the result; otherwise what does, and the operation that leads back. */
export function UndoPanel({ operationId, referrers, hasReverse, undo }: UndoPanelProps) {
  const router = useRouter()
  const { run, busy, refused } = useAct(undo)
  if (referrers.length > 0) {
    return (
      <Panel title="Không hoàn tác được nữa">
        <p>Từ sau việc này đã có:</p>
        <ul>
          {referrers.map(({ what, href }) => (
            <li key={what}>{href === null ? what : <Link href={href}>{what}</Link>}</li>
          ))}
        </ul>
        {hasReverse && (
          <p className="acts">
            <ButtonLink href={`/administration/units/operations/new?reverse=${operationId}`}>
              Mở việc ngược lại đã soạn sẵn
            </ButtonLink>
          </p>
        )}
      </Panel>
    )
  }
  return (
    <Panel title="Hoàn tác">
      <RefusedForm refused={refused} labels={{}} />
      <p>Chưa có gì dựa vào kết quả. Người, đơn vị và vai trò trở lại như trước.</p>
      <p className="acts">
        <Button look="back" onClick={() => run({ operationId }, () => router.refresh())} aria-busy={busy}>
          Hoàn tác việc này
        </Button>
      </p>
    </Panel>
  )
}
