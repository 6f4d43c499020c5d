'use client'

import { useAct } from '@/components/people/use-act'
import { Button } from '@/components/ui/button'
import { CARDS } from '@/components/ui/card-roles'
import { StateChip } from '@/components/ui/chip'
import { Fault } from '@/components/ui/fault'
import { Panel } from '@/components/ui/panel'
import { STEP_WORDS, type StepResult } from '@/lib/domain/exchange/connection-steps'
import type { Result } from '@/lib/domain/result'

const LOOKS = {
  good: { state: 'approved', word: 'Được' },
  bad: { state: 'error', word: 'Hỏng' },
  skipped: { state: 'draft', word: 'Chưa thử' },
} as const

/** Tries the connection and shows each step with what was found and, where it failed, what to do. */
export function TrialSteps({ tryIt }: { tryIt: (input: Record<string, never>) => Promise<Result<StepResult[]>> }) {
  const { run, busy, refused, value: steps } = useAct(tryIt)
  return (
    <Panel
      title="Kiểm tra kết nối"
      padded={false}
      aside={
        <Button look="small" icon="sync" aria-busy={busy} onClick={() => run({})}>
          {busy ? 'Đang thử' : 'Thử từng bước'}
        </Button>
      }
    >
      {!steps && (
        <div className="panel-body">
          {refused ? (
            <Fault id="trial-fault">{refused.message}</Fault>
          ) : (
            <p>Thử từ máy chủ này, từ khóa và mật khẩu đến trả lời của dịch vụ. Không gửi dữ liệu của ai.</p>
          )}
        </div>
      )}
      {steps && (
        <table {...CARDS.table} className="cards compact" aria-label="Kết quả từng bước">
          <thead {...CARDS.group}>
            <tr {...CARDS.row}>
              <th {...CARDS.columnHead}>Bước</th>
              <th {...CARDS.columnHead}>Kết quả</th>
              <th {...CARDS.columnHead}>Thấy gì, làm gì</th>
            </tr>
          </thead>
          <tbody {...CARDS.group} aria-live="polite">
            {steps.map(({ step, state, found }) => (
              <tr key={step} {...CARDS.row}>
                <th {...CARDS.rowHead}>{STEP_WORDS[step].title}</th>
                <td {...CARDS.cell} data-l="Kết quả">
                  <StateChip state={LOOKS[state].state}>{LOOKS[state].word}</StateChip>
                </td>
                <td {...CARDS.cell} data-l="Thấy gì, làm gì">
                  {state === 'bad' ? `${found}. ${STEP_WORDS[step].remedy}` : found}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Panel>
  )
}
