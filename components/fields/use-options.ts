'use client'

import { useCallback, useState } from 'react'
import type { Option, OptionSource } from '@/lib/domain/option'

/** Lists fetched so far, by address; the address names the version, so an answer is good for as long as the page. */
const fetched = new Map<string, Promise<readonly Option[]>>()

/**
 * The options of a control. Long lists are fetched when the control is first needed; `failed` says the line was cut,
 * and asking again tries again.
 */
export function useOptions(source: OptionSource | null) {
  const [list, setList] = useState<readonly Option[]>(source?.options ?? [])
  const [state, setState] = useState<'here' | 'away' | 'coming' | 'failed'>(source?.from ? 'away' : 'here')
  const from = source?.from ?? null
  const need = useCallback(() => {
    if (from === null) return
    setState((now) => (now === 'here' ? now : 'coming'))
    fetchOnce(from)
      .then((options) => {
        setList(options)
        setState('here')
      })
      .catch(() => setState('failed'))
  }, [from])
  return { list, state, need }
}

function fetchOnce(address: string): Promise<readonly Option[]> {
  const known = fetched.get(address)
  if (known) return known
  const coming = fetch(address).then((answer) => {
    if (!answer.ok) throw new Error(`${answer.status} for ${address}`)
    return answer.json() as Promise<Option[]>
  })
  fetched.set(address, coming)
  coming.catch(() => fetched.delete(address))
  return coming
}
