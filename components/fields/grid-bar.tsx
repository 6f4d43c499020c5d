'use client'

import type { Ref } from 'react'
import { Icon } from '@/components/ui/icon'

type GridBarProps = {
  said: string
  mayUndo: boolean
  mayRedo: boolean
  undo: Ref<HTMLButtonElement>
  onUndo: () => void
  onRedo: () => void
  /** Null where each kind of rows has its own way in. */
  onAdd: (() => void) | null
  /** The cell in hand, in words. */
  where: { title: string; hint: string } | null
}

/** Above a grid: its acts, its keys, and which cell is being written. */
export function GridBar({ said, mayUndo, mayRedo, undo, onUndo, onRedo, onAdd, where }: GridBarProps) {
  return (
    <>
      <div className="gridbar">
        {onAdd && (
          <button type="button" className="button button--small" onClick={onAdd}>
            <Icon name="plus" small />
            Thêm dòng
          </button>
        )}
        {mayUndo && (
          <button type="button" className="button button--small" ref={undo} onClick={onUndo}>
            <Icon name="undo" small />
            Hoàn tác
          </button>
        )}
        {mayRedo && (
          <button type="button" className="button button--small" onClick={onRedo}>
            Làm lại
          </button>
        )}
        <span className="meta lead" role="status">
          {said}
        </span>
        <span className="keys only-wide">
          {KEYS.map(([key, act]) => (
            <span key={key}>
              <kbd>{key}</kbd> {act}
            </span>
          ))}
        </span>
      </div>
      <div className="cellbar only-wide">
        <b>{where?.title ?? 'Chưa chọn ô'}</b>
        <span className="soft">
          {where ? where.hint : 'Bấm vào một ô để ghi, hoặc dán các ô chép từ Excel vào đó.'}
        </span>
      </div>
    </>
  )
}

const KEYS = [
  ['Enter', 'xuống'],
  ['Tab', 'sang phải'],
  ['F2', 'sửa ô'],
  ['Ctrl Z', 'hoàn tác'],
] as const
