'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import type { Check } from '@/components/evidence/check-sheet'
import { useAct } from '@/components/people/use-act'
import type { Proof, StandingMark } from '@/lib/domain/evidence/paper'

export type BesideChange = { proofs: readonly Proof[]; standing: StandingMark | null; seen: string | null }

export type ReviewProofs = {
  recordId: string
  /** By the key of the change. */
  beside: Readonly<Record<string, BesideChange>>
  /** Null where nothing may be said of these values. */
  check: Check | null
}

type Place = { key: string; section: string; code: string; row: string | null }

/** The paper in view, and the act that says: this value is as its paper has it. */
export function useProofs({ recordId, beside, check }: ReviewProofs, changes: readonly Place[]) {
  const router = useRouter()
  const [viewed, setViewed] = useState<Proof | null>(
    () => changes.flatMap(({ key }) => beside[key]?.proofs ?? [])[0] ?? null,
  )
  const { run, busy, refused } = useAct(check ?? nobody)
  const waits = ({ key }: Place) => {
    const one = beside[key]
    return check !== null && one !== undefined && one.seen !== null && one.standing === null && one.proofs.length > 0
  }
  const sayRight = (places: readonly Place[]) => {
    const values = places.flatMap(({ key, section, code, row }) => {
      const one = beside[key]
      const held = one?.proofs.find(({ evidenceId }) => evidenceId === viewed?.evidenceId) ?? one?.proofs[0]
      if (!one?.seen || !held) return []
      return [{ section, code, row: row ?? '', seen: one.seen, evidenceId: held.evidenceId, paper: '' }]
    })
    run({ recordId, holds: true, values }, () => router.refresh())
  }
  return { viewed, view: setViewed, waits, sayRight, busy, refused, of: (key: string) => beside[key] ?? null }
}

const nobody: Check = async () => ({ ok: false, code: 'notFound', message: '' })
