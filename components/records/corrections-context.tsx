'use client'

import { createContext, type ReactNode, useContext } from 'react'
import type { Correction } from '@/lib/domain/correction'
import type { Result } from '@/lib/domain/result'

export type Corrections = {
  /** The newest request of each field of the section. */
  requests: readonly Correction[]
  /** For the person: says what is wrong with a field, or takes that back. Null for whoever reads along. */
  ask: ((input: { code: string; wrong: string; proposed: string }) => Promise<Result<unknown>>) | null
  withdraw: ((correctionId: string) => Promise<Result<unknown>>) | null
}

const Context = createContext<Corrections>({ requests: [], ask: null, withdraw: null })

/** What the fields of a form need to know of requests to correct them. */
export function CorrectionsProvider({ children, ...given }: Corrections & { children: ReactNode }) {
  return <Context.Provider value={given}>{children}</Context.Provider>
}

export function useCorrection(code: string) {
  const { requests, ask, withdraw } = useContext(Context)
  return { request: requests.find((one) => one.code === code) ?? null, ask, withdraw }
}
