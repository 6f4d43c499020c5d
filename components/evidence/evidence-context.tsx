'use client'

import { createContext, type ReactNode, useContext } from 'react'
import type { SectionId } from '@/lib/catalogue'
import type { Proof, ProofsByPlace, StandingMark } from '@/lib/domain/evidence/paper'
import type { Result } from '@/lib/domain/result'

/** A paper the record has already, to be put beside another value. */
export type KnownPaper = { id: string; title: string; pages: number | null }

export type EvidenceActs = {
  reuse: (input: {
    evidenceId: string
    section: string
    code: string
    row: string
    page: number | null
  }) => Promise<Result<unknown>>
  remove: (input: { linkId: string }) => Promise<Result<unknown>>
}

export type Evidence = ProofsByPlace & {
  recordId: string
  section: SectionId
  papers: readonly KnownPaper[]
  /** Null for who reads along. */
  acts: EvidenceActs | null
  /** What is typed is kept before a paper is put beside it. */
  flush: () => Promise<unknown>
}

const EvidenceContext = createContext<Evidence | null>(null)

/** What the fields and rows of a section need to know of the papers beside them. */
export const EvidenceProvider = ({ children, ...given }: Evidence & { children: ReactNode }) => (
  <EvidenceContext value={given}>{children}</EvidenceContext>
)

export const useEvidence = () => useContext(EvidenceContext)

const NONE: readonly Proof[] = []

/** The papers beside one value, and how it stands. */
export function useProofs(code: string, row = ''): { proofs: readonly Proof[]; standing: StandingMark | null } {
  const evidence = useEvidence()
  const key = evidence ? `${evidence.section}.${code}.${row}` : ''
  return { proofs: evidence?.proofs[key] ?? NONE, standing: evidence?.standings[key] ?? null }
}
