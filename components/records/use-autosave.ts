'use client'

import { useRouter } from 'next/navigation'
import { useEffect, useState } from 'react'
import type { FieldErrors } from '@/lib/domain/refusal'
import type { Advice } from '@/lib/domain/rules/advice'
import { createAutosave, type SaveAnswers, type SaveState } from './autosave'

type Start = { version: number; savedAt: string | null; save: SaveAnswers; advice: readonly Advice[] }

/** Autosave for as long as the page stands: again when the line is back, and a question before unsaved words are left. */
export function useAutosave({ version, savedAt, save, advice: first }: Start) {
  const router = useRouter()
  const [state, setState] = useState<SaveState>({ is: 'still', savedAt })
  const [errors, setErrors] = useState<FieldErrors>({})
  const [advice, setAdvice] = useState(first)
  const [autosave] = useState(() =>
    createAutosave({ version, save, onState: setState, onErrors: setErrors, onAdvice: setAdvice }),
  )

  useEffect(() => {
    const again = () => void autosave.flush()
    const ask = (event: BeforeUnloadEvent) => {
      if (!autosave.hasUnsaved()) return
      again()
      event.preventDefault()
    }
    window.addEventListener('online', again)
    window.addEventListener('beforeunload', ask)
    return () => {
      window.removeEventListener('online', again)
      window.removeEventListener('beforeunload', ask)
      // On the way to another page of the portal: what still waits is sent, and pages seen before are read anew.
      void autosave.flush().then(() => autosave.hasSaved() && router.refresh())
    }
  }, [autosave, router])

  return { autosave, state, errors, advice }
}
