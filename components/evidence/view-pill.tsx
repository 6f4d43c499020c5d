'use client'

import { Icon } from '@/components/ui/icon'
import type { Proof } from '@/lib/domain/evidence/paper'

type ViewPillProps = { proof: Proof; current: boolean; view: (proof: Proof) => void }

/** Brings a paper into the view beside. */
export function ViewPill({ proof, current, view }: ViewPillProps) {
  return (
    <button type="button" className="proof" title={proof.says} aria-pressed={current} onClick={() => view(proof)}>
      <Icon name="clip" small />
      <span className="proof-name">
        <span className="vh">Xem minh chứng </span>
        {proof.title}
        {proof.page !== null && `, tr. ${proof.page}`}
      </span>
    </button>
  )
}
