'use client'

import { useRef, useState } from 'react'
import { createPortal } from 'react-dom'
import { Icon } from '@/components/ui/icon'
import { useEvidence } from './evidence-context'
import { EvidenceDialog } from './evidence-dialog'

type AddProofProps = { code: string; row?: string; label: string; className?: string }

/** The way to put a paper beside a value; nothing for who only reads. By keys it is Alt + M in the field. */
export function AddProof({ code, row = '', label, className = '' }: AddProofProps) {
  const evidence = useEvidence()
  const [open, setOpen] = useState(false)
  const from = useRef<Element>(null)
  if (!evidence?.acts) return null
  const close = () => {
    setOpen(false)
    requestAnimationFrame(() => from.current instanceof HTMLElement && from.current.focus())
  }
  return (
    <>
      <button
        type="button"
        className={`proof proof--add ${className}`}
        tabIndex={-1}
        aria-keyshortcuts="Alt+M"
        onClick={() => {
          // The field, where keys led here; else the button.
          from.current = document.activeElement
          setOpen(true)
        }}
      >
        <Icon name="plus" small />
        <span className="proof-name">
          Thêm minh chứng<span className="vh"> cho {label}</span>
        </span>
      </button>
      {open &&
        createPortal(
          <EvidenceDialog place={{ code, row }} label={label} evidence={evidence} onClose={close} />,
          document.body,
        )}
    </>
  )
}
