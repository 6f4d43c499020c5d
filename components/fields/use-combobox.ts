'use client'

import { type FocusEvent, type KeyboardEvent, useEffect, useRef, useState } from 'react'
import type { Option } from '@/lib/domain/option'
import { matchOptions } from './match-options'

/** Suggestions wait for a pause in typing: a Vietnamese word is several strokes, some of them taken back. */
const PAUSE_MS = 150

type Asked = {
  options: readonly Option[]
  /** The list is needed: the control has the focus. */
  need: () => void
  onText: (text: string) => void
  onPick: (option: Option) => void
  /** The focus has left; what stands in the field. */
  onLeave: (text: string) => void
  /** Anything may be typed: the first suggestion is not taken by Enter. */
  free: boolean
  /** In a cell the arrow goes to the next row; Alt + ↓ opens the list. */
  inCell: boolean
}

/** Keys and state of a combobox with a list (WAI-ARIA 1.2, manual selection). Never writes into the field. */
export function useCombobox({ options, need, onText, onPick, onLeave, free, inCell }: Asked) {
  const [open, setOpen] = useState(false)
  const [query, setQuery] = useState('')
  const [active, setActive] = useState(-1)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => () => clearTimeout(timer.current), [])

  const matches = open ? matchOptions(options, query) : []
  const pick = (option: Option) => {
    clearTimeout(timer.current)
    setOpen(false)
    setActive(-1)
    onPick(option)
  }
  const show = (typed: string) => {
    setQuery(typed)
    setActive(typed.trim() === '' || free ? -1 : 0)
    setOpen(true)
  }
  const step = (by: 1 | -1) => {
    if (!open) return show('')
    if (matches.length > 0)
      setActive((now) => (now < 0 && by < 0 ? matches.length - 1 : (now + by + matches.length) % matches.length))
  }

  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (isComposing(event)) return
    if (inCell && !open && event.key === 'ArrowDown' && !event.altKey) return
    const chosen = open ? matches[active] : undefined
    if (event.key === 'ArrowDown') step(1)
    else if (event.key === 'ArrowUp' && open) step(-1)
    else if (event.key === 'Enter' && chosen) pick(chosen)
    else if (event.key === 'Escape' && open) setOpen(false)
    else return
    event.preventDefault()
    event.stopPropagation()
  }

  return {
    open,
    query,
    active,
    matches,
    pick,
    input: {
      onKeyDown,
      onFocus: need,
      onClick: () => (open ? setOpen(false) : show('')),
      onBlur: (event: FocusEvent<HTMLInputElement>) => {
        clearTimeout(timer.current)
        setOpen(false)
        onLeave(event.currentTarget.value)
      },
      onChange: (event: { currentTarget: HTMLInputElement }) => {
        const { value } = event.currentTarget
        onText(value)
        clearTimeout(timer.current)
        timer.current = setTimeout(() => show(value), PAUSE_MS)
      },
    },
  }
}

/** A key that belongs to the input method. 229 is what some report while a syllable is being made. */
export const isComposing = ({ nativeEvent }: KeyboardEvent) => nativeEvent.isComposing || nativeEvent.keyCode === 229
