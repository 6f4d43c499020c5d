import type { ReactNode } from 'react'
import { Icon } from './icon'
import type { IconName } from './icon-paths'

/** The seven states, and "còn thiếu", which has no tint. Word, icon and tint always go together. */
export const STATES = {
  draft: { word: 'Nháp', icon: 'pen' },
  submitted: { word: 'Đã gửi', icon: 'up' },
  returned: { word: 'Trả lại', icon: 'back' },
  checked: { word: 'Đã kiểm', icon: 'check' },
  approved: { word: 'Đã duyệt', icon: 'checks' },
  synced: { word: 'Đã đồng bộ', icon: 'sync' },
  error: { word: 'Lỗi', icon: 'stop' },
  none: { word: 'Còn thiếu', icon: 'ring' },
} as const satisfies Record<string, { word: string; icon: IconName }>

export type State = keyof typeof STATES

/** `<StateChip state="submitted" />`; `children` replace the word where another says more ("Chờ ký", "Bộ đã nhận"). */
export function StateChip({ state, children }: { state: State; children?: ReactNode | undefined }) {
  const { word, icon } = STATES[state]
  return (
    <span className={`chip chip--${state}`}>
      <Icon name={icon} small />
      {children ?? word}
    </span>
  )
}

/** The state in the margin of a list of sections: `wordless` keeps the word for screen readers only. */
export function StateMark({
  state,
  wordless = false,
  children,
}: {
  state: State
  wordless?: boolean | undefined
  children?: ReactNode | undefined
}) {
  const { word, icon } = STATES[state]
  return (
    <span className={`st st--${state === 'none' ? 'todo' : state}`}>
      <Icon name={icon} small />
      <span className={wordless ? 'vh' : undefined}>{children ?? word}</span>
    </span>
  )
}
