'use client'

import { useRouter } from 'next/navigation'
import type { ReactNode } from 'react'
import { useAct } from '@/components/people/use-act'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { Panel } from '@/components/ui/panel'
import type { Result } from '@/lib/domain/result'

type Asked = { importId: string }

/** What comes next, in its place in the page: the bar at the foot belongs to trying again. */
const Act = ({ says, children }: { says: string; children: ReactNode }) => (
  <Panel title="Bước tiếp theo">
    <p>{says}</p>
    <div className="acts">{children}</div>
  </Panel>
)

/** Writes what was tried. */
export function WriteBar({
  importId,
  words,
  write,
}: Asked & { words: string; write: (input: Asked) => Promise<Result<string>> }) {
  const router = useRouter()
  const { run, busy, refused } = useAct(write)
  return (
    <>
      {refused && <Notice look="warn" title={refused.message} live />}
      <Act says="Mỗi người ghi trọn vẹn hoặc không ghi. Máy dừng giữa chừng thì chạy tiếp, không ghi hai lần.">
        <Button look="main" icon="check" aria-busy={busy} onClick={() => run({ importId }, () => router.refresh())}>
          {words}
        </Button>
      </Act>
    </>
  )
}

/** Takes the file away again. */
export function RemoveButton({ importId, remove }: Asked & { remove: (input: Asked) => Promise<Result<void>> }) {
  const router = useRouter()
  const { run, busy } = useAct(remove)
  return (
    <Button look="small" icon="cross" aria-busy={busy} onClick={() => run({ importId }, () => router.push('/imports'))}>
      Bỏ danh sách này
    </Button>
  )
}

type Issue = { kind: 'accounts.issue'; input: { unitId: string; own: boolean; list: string } }

/** Accounts for those a list made, by the way accounts are always issued. */
export function IssueBar({
  unitId,
  numbers,
  start,
}: {
  unitId: string
  numbers: readonly string[]
  start: (asked: Issue) => Promise<Result<string>>
}) {
  const router = useRouter()
  const { run, busy, refused } = useAct(start)
  const input = { unitId, own: false, list: numbers.join('\n') }
  return (
    <>
      {refused && <Notice look="warn" title={refused.message} live />}
      <Act says="Phiếu tài khoản để in và phát cho từng người.">
        <Button
          look="main"
          icon="key"
          aria-busy={busy}
          onClick={() => run({ kind: 'accounts.issue', input }, () => router.push('/jobs'))}
        >
          Cấp tài khoản cho {numbers.length.toLocaleString('vi')} người mới
        </Button>
      </Act>
    </>
  )
}

type Report = { kind: 'import.report'; input: Asked }

/** The same workbook with colours and notes, made in the background. */
export function ReportButton({ importId, start }: Asked & { start: (asked: Report) => Promise<Result<string>> }) {
  const router = useRouter()
  const { run, busy } = useAct(start)
  return (
    <Button
      look="small"
      icon="down"
      aria-busy={busy}
      onClick={() => run({ kind: 'import.report', input: { importId } }, () => router.push('/jobs'))}
    >
      Tệp có tô màu
    </Button>
  )
}
