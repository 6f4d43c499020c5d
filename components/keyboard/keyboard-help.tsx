'use client'

import { useEffect, useRef, useState } from 'react'
import { Button } from '@/components/ui/button'
import { KeyTable } from './key-table'
import { isWritingIn, singleKeysOn, turnSingleKeys } from './single-keys'

/** F1 everywhere, and “?” where nobody writes: which key does what, and a way to turn single letters off. */
export function KeyboardHelp() {
  const [open, setOpen] = useState(false)
  const [single, setSingle] = useState(true)
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.isComposing || event.ctrlKey || event.altKey || event.metaKey) return
      const asked = event.code === 'F1' || (event.key === '?' && singleKeysOn() && !isWritingIn(event.target))
      if (!asked || document.querySelector('dialog[open]')) return
      event.preventDefault()
      setSingle(singleKeysOn())
      setOpen(true)
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [])
  useEffect(() => {
    if (open) dialog.current?.showModal()
  }, [open])
  if (!open) return null
  return (
    <dialog ref={dialog} className="question key-help" aria-labelledby="key-help-title" onClose={() => setOpen(false)}>
      <h2 id="key-help-title">Phím tắt</h2>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keys */}
      <section className="key-help-list" tabIndex={0} aria-label="Các phím">
        <KeyTable />
      </section>
      <label className="choice">
        <input
          type="checkbox"
          checked={single}
          onChange={(event) => {
            setSingle(event.currentTarget.checked)
            turnSingleKeys(event.currentTarget.checked)
          }}
        />
        Dùng phím tắt một chữ (?, /, D, T) trên máy này
      </label>
      <span className="acts">
        <Button onClick={() => dialog.current?.close()}>Đóng</Button>
      </span>
    </dialog>
  )
}
