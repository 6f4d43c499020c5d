import type { ReactNode } from 'react'
import { type State, StateChip, StateMark } from '@/components/ui/chip'
import type { Stage } from '@/lib/domain/record-state'

/** What a section's standing looks like; sent and received are told apart by the word. */
export const LOOKS: Record<Stage, { state: State; word?: string }> = {
  draft: { state: 'draft' },
  missing: { state: 'none' },
  submitted: { state: 'submitted' },
  returned: { state: 'returned' },
  checked: { state: 'checked' },
  approved: { state: 'approved' },
  sent: { state: 'approved', word: 'Đã gửi Bộ' },
  accepted: { state: 'synced', word: 'Bộ đã nhận' },
  error: { state: 'error' },
}

/** Where nothing is to be done by the reader, a list needs no word. */
const SETTLED: ReadonlySet<Stage> = new Set(['submitted', 'checked', 'approved', 'sent', 'accepted'])

export function StageChip({ stage, children }: { stage: Stage; children?: ReactNode }) {
  const { state, word } = LOOKS[stage]
  return <StateChip state={state}>{children ?? word}</StateChip>
}

export function StageMark({ stage }: { stage: Stage }) {
  const { state, word } = LOOKS[stage]
  return (
    <StateMark state={state} wordless={SETTLED.has(stage)}>
      {stage === 'missing' ? 'Thiếu' : word}
    </StateMark>
  )
}
