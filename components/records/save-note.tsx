'use client'

import { heldWords } from '@/components/outbox/held-words'
import { Icon } from '@/components/ui/icon'
import type { SaveState } from './save-state'

/** Beside the title: is what I typed kept, since when, and if not, what happens now. */
export function SaveNote({ state }: { state: SaveState }) {
  if (state.is === 'still')
    return (
      <span className="saved" role="status">
        {state.savedAt !== null && <Icon name="check" small />}
        {state.savedAt !== null && `Đã lưu lúc ${clock(new Date(state.savedAt))}`}
      </span>
    )
  return (
    <span className={state.is === 'failing' ? 'saved saved--cut' : 'saved saved--busy'} role="status">
      {state.is === 'failing' && <Icon name="warn" small />}
      {state.is === 'failing' ? heldWords(state.held, state.durable) : WORDS[state.is]}
    </span>
  )
}

const WORDS: Record<Exclude<SaveState['is'], 'still' | 'failing'>, string> = {
  waiting: 'Chưa lưu',
  saving: 'Đang lưu…',
  refused: 'Chưa lưu được',
  conflict: 'Chưa lưu, chờ Anh/Chị chọn',
}

/** The province's hour, wherever the browser stands. */
export const clock = (at: Date) =>
  at.toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit', timeZone: 'Asia/Ho_Chi_Minh' })
