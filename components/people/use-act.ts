'use client'

import { useRef, useState, useTransition } from 'react'
import { useFresh } from '@/components/lock/fresh-provider'
import type { Result } from '@/lib/domain/result'

/** Calls an action and keeps its answer. What was typed stays where it is, also when the answer is no. */
export function useAct<Input, T>(act: (input: Input) => Promise<Result<T>>) {
  const [result, setResult] = useState<Result<T> | null>(null)
  const [busy, start] = useTransition()
  const fresh = useFresh()
  // `busy` stays true for a moment after the answer is shown: a click on what has just appeared would be lost.
  const isUnderWay = useRef(false)
  const run = (input: Input, done?: (value: T) => void) => {
    if (isUnderWay.current) return
    isUnderWay.current = true
    start(async () => {
      const answer = await fresh(() => act(input)).finally(() => {
        isUnderWay.current = false
      })
      setResult(answer)
      if (answer.ok) done?.(answer.value)
    })
  }
  const refused = result && !result.ok ? result : null
  return { run, busy, value: result?.ok ? result.value : null, refused, fields: refused?.fields ?? {} }
}
