'use client'

import { useEffect, useRef } from 'react'
import { isWritingIn, singleKeysOn } from '@/components/keyboard/single-keys'

export type ReviewKeys = {
  check: () => void
  giveBack: () => void
  previous: () => void
  next: () => void
}

/**
 * D and T by their place on the keyboard, since Telex needs two strokes for Đ; Alt with an arrow goes to a neighbour;
 * up and down go from tick to tick. Nothing happens while somebody types.
 */
export function useReviewKeys(keys: ReviewKeys, on: boolean) {
  const latest = useRef(keys)
  useEffect(() => {
    latest.current = keys
  })
  useEffect(() => {
    if (!on) return
    const press = (event: KeyboardEvent) => {
      if (event.isComposing || event.ctrlKey || event.metaKey || event.repeat) return
      const act = actOf(event, latest.current)
      if (!act) return
      event.preventDefault()
      act()
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [on])
}

function actOf(event: KeyboardEvent, keys: ReviewKeys): (() => void) | undefined {
  const { code, altKey, target } = event
  if (altKey) return { ArrowLeft: keys.previous, ArrowRight: keys.next }[code]
  if (isWritingIn(target)) return undefined
  if (code === 'ArrowUp' || code === 'ArrowDown') return () => focusTick(code === 'ArrowUp' ? -1 : 1)
  return singleKeysOn() ? { KeyD: keys.check, KeyT: keys.giveBack }[code] : undefined
}

function focusTick(step: number) {
  const ticks = [...document.querySelectorAll<HTMLInputElement>('input[data-return]')]
  const at = ticks.indexOf(document.activeElement as HTMLInputElement)
  ticks[at === -1 ? 0 : Math.min(ticks.length - 1, Math.max(0, at + step))]?.focus()
}
