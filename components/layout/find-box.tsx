'use client'

import { useEffect, useRef } from 'react'
import { isWritingIn, singleKeysOn } from '@/components/keyboard/single-keys'
import { Icon } from '@/components/ui/icon'

export type Find = {
  /** What can be found: "Tìm người theo tên, số CCCD". */
  label: string
  /** Page that answers `?q=…`. */
  action: string
}

/** Search in the top bar; the key "/" leads there unless one is typing. */
export function FindBox({ label, action }: Find) {
  const input = useRef<HTMLInputElement>(null)
  useEffect(() => {
    const focus = (event: KeyboardEvent) => {
      if (event.key !== '/' || event.isComposing || event.ctrlKey || event.altKey || event.metaKey) return
      if (isWritingIn(event.target) || !singleKeysOn()) return
      event.preventDefault()
      input.current?.focus()
    }
    document.addEventListener('keydown', focus)
    return () => document.removeEventListener('keydown', focus)
  }, [])
  return (
    <search className="find">
      <form action={action}>
        <label htmlFor="find">
          <Icon name="search" />
          <span className="vh">{label}</span>
        </label>
        <input id="find" name="q" type="search" ref={input} aria-describedby="find-key" />
        <kbd id="find-key" title="Phím tắt">
          /
        </kbd>
      </form>
    </search>
  )
}
