'use client'

import { useState, useTransition } from 'react'
import { useFresh } from '@/components/lock/fresh-provider'
import type { Result } from '@/lib/domain/result'

/** Calls an action and keeps its answer. What was typed stays where it is, also when the answer is no. */
export function useAct<Input, T>(act: (input: Input) => Promise<Result<T>>) {
  const [result, setResult] = useState<Result<T> | null>(null)
  const [busy, start] = useTransition()
  const fresh = useFresh()
  const run = (input: Input, done?: (value: T) => void) => {
    if (busy) return
    start(async () => {
      const answer = await fresh(() => act(input))
      setResult(answer)
      if (answer.ok) done?.(answer.value)
    })
  }
  const refused = result && !result.ok ? result : null
  return { run, busy, value: result?.ok ? result.value : null, refused, fields: refused?.fields ?? {} }
}
