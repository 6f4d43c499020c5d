'use client'

import { useRef, useState } from 'react'
import { createPortal } from 'react-dom'
import { Icon } from '@/components/ui/icon'
import { PhotoDialog } from './photo-dialog'

type PhotoPanelProps = {
  recordId: string
  name: string
  photoId: string | null
  /** How the picture stands, in words. */
  says: string
  mayAdd: boolean
}

/** The picture at the head of the form, and the way to bring another. */
export function PhotoPanel({ recordId, name, photoId, says, mayAdd }: PhotoPanelProps) {
  const [open, setOpen] = useState(false)
  const opener = useRef<HTMLButtonElement>(null)
  if (photoId === null && !mayAdd) return null
  const close = () => {
    setOpen(false)
    requestAnimationFrame(() => opener.current?.focus())
  }
  return (
    <section className="panel photo-panel" aria-label="Ảnh 4×6">
      {photoId === null ? (
        <span className="photo-frame">
          <Icon name="user" />
        </span>
      ) : (
        // biome-ignore lint/performance/noImgElement: a face, encrypted in the store, is nothing to be optimised and kept
        <img className="photo-frame" src={`/api/documents/evidence/${photoId}`} alt={`Ảnh của ${name}`} />
      )}
      <div>
        <h2>Ảnh 4×6</h2>
        <p className="soft">{says}</p>
        {mayAdd && (
          <button type="button" className="button button--small" ref={opener} onClick={() => setOpen(true)}>
            {photoId === null ? 'Thêm ảnh' : 'Đổi ảnh'}
          </button>
        )}
      </div>
      {open && createPortal(<PhotoDialog recordId={recordId} onClose={close} />, document.body)}
    </section>
  )
}
