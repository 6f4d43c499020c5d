'use client'

import { useRouter } from 'next/navigation'
import { useEffect } from 'react'

/**
 * Alt + PageDown and Alt + PageUp lead to the next and the previous section; what was typed is saved on leaving. Alt + M
 * adds a paper to the field or row being written: its button is no stop of Tab, which would double the way through a form.
 */
export function SectionKeys({ previous, next }: { previous: string | null; next: string | null }) {
  const router = useRouter()
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!event.altKey || event.ctrlKey || event.metaKey || event.isComposing) return
      if (event.code === 'KeyM' && addProofHere()) return event.preventDefault()
      const to = event.code === 'PageDown' ? next : event.code === 'PageUp' ? previous : undefined
      if (to === undefined) return
      event.preventDefault()
      if (to === null) return
      // Leaving a field is when it is saved.
      if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
      router.push(to)
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [router, previous, next])
  return null
}

function addProofHere(): boolean {
  const button = document.activeElement?.closest('.row, tr')?.querySelector<HTMLButtonElement>('.proof--add')
  button?.click()
  return button !== null && button !== undefined
}
