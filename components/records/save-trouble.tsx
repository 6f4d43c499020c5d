'use client'

import { Notice } from '@/components/ui/notice'
import type { SaveState } from './autosave'
import { clock } from './save-note'

/** Above the form, when what is typed does not reach the server. */
export function SaveTrouble({ state }: { state: SaveState }) {
  if (state.is === 'failing')
    return (
      <div className="mb-3">
        <Notice look="warn" live title={`Chưa lưu lên máy chủ được. Đang giữ trên trang này từ ${clock(state.since)}.`}>
          Anh/Chị cứ làm tiếp và giữ trang này mở, có mạng sẽ tự lưu.
        </Notice>
      </div>
    )
  if (state.is === 'refused')
    return (
      <div className="mb-3">
        <Notice look="warn" live title="Chưa lưu được.">
          {state.message}
        </Notice>
      </div>
    )
  return null
}
