'use client'

import { useRouter } from 'next/navigation'
import { useAct } from '@/components/people/use-act'
import { Button } from '@/components/ui/button'
import type { ListName } from '@/lib/domain/lists/specs'
import type { Result } from '@/lib/domain/result'

/** Accounts are never taken away (Quy chế, Điều 21.7). */
export type ExportedList = Exclude<ListName, 'accounts'>
export type StartExport = (request: {
  kind: `list.${ExportedList}`
  input: { query: string }
}) => Promise<Result<string>>

type ExportLaterProps = { list: ExportedList; query: string; start: StartExport }

/** Asks for a workbook that takes longer than anybody waits; the page of long work shows it growing. */
export function ExportLater({ list, query, start }: ExportLaterProps) {
  const router = useRouter()
  const { run, busy, refused } = useAct(start)
  const ask = () => run({ kind: `list.${list}`, input: { query } }, () => router.push('/jobs'))
  return (
    <>
      <Button icon="down" onClick={ask} aria-busy={busy}>
        Xuất Excel
      </Button>
      <span className="meta" role="status">
        {refused?.message}
      </span>
    </>
  )
}
