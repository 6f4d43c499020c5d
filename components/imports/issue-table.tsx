'use client'

import { useRouter } from 'next/navigation'
import { useAct } from '@/components/people/use-act'
import { Button } from '@/components/ui/button'
import { CARDS } from '@/components/ui/card-roles'
import { ScrollRegion } from '@/components/ui/data-table'
import { Fault } from '@/components/ui/fault'
import type { Result } from '@/lib/domain/result'

export type IssueRow = {
  id: string
  sheet: string
  line: number
  column: string | null
  kind: string
  /** What is said of its kind. */
  word: string
  text: string
  proposal: string | null
  sentence: string | null
  cells: number
  take: string | null
}

type Decision = { importId: string; issueId: string; take: 'file' | 'record' }
type IssueTableProps = {
  importId: string
  issues: readonly IssueRow[]
  /** Null once the list was written. */
  decide: ((input: Decision) => Promise<Result<void>>) | null
}

/** What was found, cell by cell, as the spreadsheet counts them. */
export function IssueTable({ importId, issues, decide }: IssueTableProps) {
  return (
    <ScrollRegion label="Từng ô">
      <table {...CARDS.table} className="cards" aria-label="Từng ô">
        <thead {...CARDS.group}>
          <tr {...CARDS.row}>
            <th {...CARDS.columnHead}>Ô</th>
            <th {...CARDS.columnHead}>Trong tệp</th>
            <th {...CARDS.columnHead}>Kết quả</th>
          </tr>
        </thead>
        <tbody {...CARDS.group}>
          {issues.map((issue) => (
            <tr key={issue.id} {...CARDS.row}>
              <th {...CARDS.rowHead} className="lines">
                {issue.sheet && `${issue.sheet}, `}dòng {issue.line}{' '}
                <span className="meta">{issue.column ?? `cả dòng, ${issue.cells} ô`}</span>
              </th>
              <td {...CARDS.cell} data-l="Trong tệp" className="lines">
                {issue.text}
              </td>
              <td {...CARDS.cell} data-l="Kết quả" className="lines">
                <span>
                  <b>{issue.word}</b> {issue.sentence}{' '}
                  {issue.proposal !== null && <span className="meta">{proposalWords(issue)}</span>}
                  {issue.kind === 'conflict' && decide && <Choose importId={importId} issue={issue} decide={decide} />}
                </span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  )
}

const proposalWords = ({ kind, proposal }: IssueRow) =>
  kind === 'repair' ? `Sửa thành: ${proposal}` : `Trong hồ sơ: ${proposal}`

type ChooseProps = { importId: string; issue: IssueRow; decide: NonNullable<IssueTableProps['decide']> }

function Choose({ importId, issue, decide }: ChooseProps) {
  const router = useRouter()
  const { run, busy, refused } = useAct(decide)
  const take = (which: 'file' | 'record') => run({ importId, issueId: issue.id, take: which }, () => router.refresh())
  const where = `${issue.column}, dòng ${issue.line}`
  return (
    <span className="acts">
      <Button look="small" aria-busy={busy} aria-pressed={issue.take === 'file'} onClick={() => take('file')}>
        Lấy giá trị trong tệp<span className="vh"> ở {where}</span>
      </Button>
      <Button look="small" aria-busy={busy} aria-pressed={issue.take === 'record'} onClick={() => take('record')}>
        Giữ giá trị trong hồ sơ<span className="vh"> ở {where}</span>
      </Button>
      {issue.take && <span className="meta">Đã chọn: {issue.take === 'file' ? 'trong tệp' : 'trong hồ sơ'}</span>}
      {refused && <Fault id={`issue-${issue.id}-fault`}>{refused.message}</Fault>}
    </span>
  )
}
