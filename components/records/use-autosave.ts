'use client'

import { useRouter } from 'next/navigation'
import { useEffect, useEffectEvent, useMemo, useRef, useState } from 'react'
import { latest, type Place, placeKey } from '@/components/outbox/edit'
import { useOutbox, useOutboxState } from '@/components/outbox/outbox-provider'
import { forgetOpened, noteOpened } from '@/components/outbox/reachable-pages'
import type { FieldErrors } from '@/lib/domain/refusal'
import type { Advice } from '@/lib/domain/rules/advice'
import type { Typed } from '@/lib/domain/typed'
import { saveState } from './save-state'

type Start = {
  place: Place
  version: number
  savedAt: string | null
  advice: readonly Advice[]
  /** Answers for this section that were typed on another page or day, or in another window. */
  onElsewhere: (answers: Record<string, Typed>) => void
}

/** Autosave of one section for as long as its page stands; what it notes outlives the page. */
export function useAutosave({ place, version, savedAt: first, advice: opened, onElsewhere }: Start) {
  const router = useRouter()
  const outbox = useOutbox()
  const box = useOutboxState()
  const [savedAt, setSavedAt] = useState(first)
  const [errors, setErrors] = useState<FieldErrors>({})
  const [advice, setAdvice] = useState(opened)
  const standing = useRef({ errors: {} as FieldErrors, saves: 0 })
  const { recordId, section } = place
  const [shown] = useState(version)
  const elsewhere = useEffectEvent(onElsewhere)

  useEffect(() => {
    const here = { recordId, section }
    const hide = outbox.show(here, shown)
    noteOpened(window.location.pathname, Date.now())
    void outbox.reread().then((edits) => {
      elsewhere(latest(edits.filter((edit) => placeKey(edit) === placeKey(here))))
    })
    const silence = outbox.onSaved((edit, saved) => {
      if (placeKey(edit) !== placeKey(here)) return
      standing.current.saves += 1
      const old = Object.entries(standing.current.errors).filter(([key]) => key.split('.')[0] !== edit.code)
      standing.current.errors = { ...Object.fromEntries(old), ...saved.errors }
      setErrors(standing.current.errors)
      setAdvice(saved.advice)
      setSavedAt(saved.savedAt)
      elsewhere({ [edit.code]: edit.typed })
    })
    const ask = (event: BeforeUnloadEvent) => {
      // What the device keeps needs no question.
      const { edits, durable } = outbox.state()
      if (edits.length === 0 || durable) return
      void outbox.flush()
      event.preventDefault()
    }
    window.addEventListener('beforeunload', ask)
    return () => {
      window.removeEventListener('beforeunload', ask)
      hide()
      // On the way to another page of the portal: what still waits is sent, and pages seen before are read anew.
      void outbox.leave().then(() => {
        silence()
        if (standing.current.saves === 0) return
        forgetOpened()
        router.refresh()
      })
    }
  }, [outbox, router, recordId, section, shown])

  const autosave = useMemo(() => {
    const here = { recordId, section }
    const waiting = () => outbox.state().edits.filter((edit) => placeKey(edit) === placeKey(here))
    return {
      touch: (code: string, typed: Typed) => outbox.note(here, code, typed),
      flush: () => outbox.leave(),
      settle: (keepMine: ReadonlySet<string>) => outbox.settle(here, keepMine),
      hasUnsaved: () => waiting().some(({ id }) => !outbox.state().refused.get(id)?.atField),
      errors: () => standing.current.errors,
    }
  }, [outbox, recordId, section])

  return { autosave, state: saveState(box, place, savedAt), errors, advice }
}
