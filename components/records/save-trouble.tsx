'use client'

import { HELD_HINTS } from '@/components/outbox/held-words'
import { Notice } from '@/components/ui/notice'
import type { SaveState } from './save-state'

/** Above the form, when what is typed does not reach the server. */
export function SaveTrouble({ state }: { state: SaveState }) {
  if (state.is !== 'failing' && state.is !== 'refused') return null
  return (
    <div className="mb-3">
      {state.is === 'refused' ? (
        <Notice look="warn" live title="Chưa lưu được.">
          {state.message}
        </Notice>
      ) : (
        <Notice look="warn" live title="Chưa nối được máy chủ.">
          {HELD_HINTS[state.durable ? 'device' : 'page']}
        </Notice>
      )}
    </div>
  )
}
